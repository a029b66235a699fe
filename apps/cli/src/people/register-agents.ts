import { WorkforceServiceClient } from '@baton/contracts';
import { unary } from '@baton/rpc';
import type { Peers } from '@baton/service-kit';

/** Makes agents known who take any caller of these skills, as an administrator would; resolves with their ids. */
export async function registerAgents(
  peers: Peers,
  tenantId: string,
  count: number,
  skills: Readonly<Record<string, number>>,
): Promise<readonly string[]> {
  const workforce = peers.client('router', WorkforceServiceClient);
  const ids = Array.from({ length: count }, (_, n) => `bench-agent-${String(n + 1).padStart(3, '0')}`);
  for (const agentId of ids) {
    await unary(workforce, workforce.registerAgent, {
      commandId: `bench:${agentId}`,
      tenantId,
      agentId,
      name: agentId,
      skills: { ...skills },
      languages: ['en'],
      workplace: undefined,
      capacity: undefined,
      shift: undefined,
    });
  }
  return ids;
}
