import { Presence } from '@baton/contracts';
import { unary } from '@baton/rpc';
import { CliError } from '../cli-error.js';
import type { AgentsOptions } from '../commands/agents.js';
import { show } from './list-agents.js';
import { withWorkforce } from './workforce-client.js';

const wanted = new Map([
  ['available', Presence.PRESENCE_AVAILABLE],
  ['break', Presence.PRESENCE_BREAK],
  ['offline', Presence.PRESENCE_OFFLINE],
]);

/** `baton agents set-presence`. */
export async function setPresence(
  agentId: string,
  word: string,
  options: AgentsOptions & { readonly reason: string },
): Promise<void> {
  const presence = wanted.get(word);
  if (presence === undefined) throw new CliError(2, `${word}: write available, break or offline`);
  await withWorkforce(options, async (client) => {
    const request = { commandId: '', tenantId: options.tenant, agentId, presence, reason: options.reason };
    const { agent } = await unary(client, client.setPresence, request);
    if (agent) show(agent, options.json === true);
  });
}
