import { ContextServiceClient, Presence, WorkforceServiceClient } from '@baton/contracts';
import { unary } from '@baton/rpc';
import type { RunningServices } from '@baton/service-kit';

/** Makes the agents and customers of every pack's `demo.yaml` known. Does nothing twice: the commands have fixed ids. */
export async function seedPeople(running: RunningServices): Promise<void> {
  const workforce = running.peers.client('router', WorkforceServiceClient);
  const context = running.peers.client('context-store', ContextServiceClient);
  for (const tenantId of running.packs.tenants()) {
    const { demo } = running.packs.current(tenantId);
    if (!demo) continue;
    for (const { id, name, skills, languages } of demo.agents) {
      const commandId = `seed:agent:${tenantId}:${id}`;
      await unary(workforce, workforce.registerAgent, {
        commandId,
        tenantId,
        agentId: id,
        name,
        skills,
        languages,
      });
    }
    for (const { id, name, segment, contactsLast30d, facts } of demo.customers) {
      const commandId = `seed:customer:${tenantId}:${id}`;
      await unary(context, context.putCustomer, {
        commandId,
        tenantId,
        customerId: id,
        name,
        segment,
        contactsLast30d: contactsLast30d ?? 0,
        facts,
      });
    }
  }
}

/** Whether somebody of the tenant can be offered work. */
export async function anyoneAvailable(running: RunningServices, tenantId: string): Promise<boolean> {
  const workforce = running.peers.client('router', WorkforceServiceClient);
  const { agents } = await unary(workforce, workforce.listAgents, { tenantId });
  return agents.some(({ presence }) => presence === Presence.PRESENCE_AVAILABLE);
}
