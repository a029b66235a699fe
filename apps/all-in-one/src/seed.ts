import { ContextServiceClient, WorkforceServiceClient } from '@baton/contracts';
import type { Pack } from '@baton/packs';
import { unary } from '@baton/rpc';
import type { Peers, RunningServices } from '@baton/service-kit';

/** Makes the agents and customers of every pack's `demo.yaml` known. Does nothing twice: the commands have fixed ids. */
export async function seedPeople(running: RunningServices): Promise<void> {
  await seedCustomers(running);
  const workforce = running.peers.client('router', WorkforceServiceClient);
  for (const { name: tenantId, demo } of packsOf(running)) {
    for (const { id: agentId, name, skills, languages } of demo?.agents ?? []) {
      const commandId = `seed:agent:${tenantId}:${agentId}`;
      await unary(workforce, workforce.registerAgent, {
        commandId,
        tenantId,
        agentId,
        name,
        skills,
        languages,
      });
    }
  }
}

/** Makes only the customers known: calls can be played, and nobody is there to take them. */
export async function seedCustomers(running: RunningServices): Promise<void> {
  await seedCustomersThrough(running.peers, packsOf(running));
}

/** The same for services that run elsewhere. */
export async function seedCustomersThrough(peers: Peers, packs: readonly Pack[]): Promise<void> {
  const context = peers.client('context-store', ContextServiceClient);
  for (const { name: tenantId, demo } of packs) {
    for (const { id: customerId, name, segment, contactsLast30d, facts, phone, email } of demo?.customers ??
      []) {
      const commandId = `seed:customer:${tenantId}:${customerId}`;
      await unary(context, context.putCustomer, {
        commandId,
        tenantId,
        customerId,
        name,
        segment,
        contactsLast30d,
        facts,
        identifiers: [
          { kind: 'phone', value: phone },
          ...(email === undefined ? [] : [{ kind: 'email', value: email }]),
        ],
      });
    }
  }
}

function packsOf(running: RunningServices): Pack[] {
  return running.packs.tenants().map((tenant) => running.packs.current(tenant));
}
