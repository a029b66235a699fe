import { BatonError } from '@baton/kernel';
import type { RegisterAgentsResponse } from '@baton/contracts';
import type { AgentProfile } from '../domain/workforce/register-agent.js';
import type { Agents } from './agents.js';

/**
 * Registers many agents at once, so that the store writes them together. Whoever is wrong is told by position and the rest is done;
 * the same command again changes nothing. Where an id comes twice the first counts.
 */
export async function registerAll(
  agents: Agents,
  commandId: string,
  profiles: readonly AgentProfile[],
): Promise<RegisterAgentsResponse> {
  const seen = new Set<string>();
  const refused: RegisterAgentsResponse['refused'] = [];
  let changed = 0;
  await Promise.all(
    profiles.map(async (profile, index) => {
      const { tenantId, agentId } = profile;
      if (seen.has(agentId)) {
        refused.push({ index, agentId, why: 'This agent comes twice in the request.' });
        return;
      }
      seen.add(agentId);
      try {
        const before = (await agents.find(tenantId, agentId))?.revision ?? 0;
        const { revision } = await agents.register(commandId && `${commandId}:${agentId}`, profile);
        if (revision > before) changed += 1;
      } catch (thrown) {
        if (!(thrown instanceof BatonError) || thrown.code !== 'invalid-argument') throw thrown;
        refused.push({ index, agentId, why: thrown.message });
      }
    }),
  );
  refused.sort((a, b) => a.index - b.index);
  return { changed, unchanged: profiles.length - changed - refused.length, refused };
}
