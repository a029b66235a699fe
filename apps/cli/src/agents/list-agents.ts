import type { Agent, Presence } from '@baton/contracts';
import { unary } from '@baton/rpc';
import type { AgentsOptions } from '../commands/agents.js';
import { print, printJson } from '../output.js';
import { withWorkforce } from './workforce-client.js';

const page = 1_000;

/** `baton agents list`: one agent a line. */
export async function listAgents(options: AgentsOptions): Promise<void> {
  await withWorkforce(options, async (client) => {
    let after = '';
    for (;;) {
      const asked = { tenantId: options.tenant, page: { afterAgentId: after, limit: page } };
      const { agents } = await unary(client, client.listAgents, asked, 30_000);
      for (const agent of agents) show(agent, options.json === true);
      after = agents.at(-1)?.agentId ?? '';
      if (agents.length < page) return;
    }
  });
}

/** An agent as the command line shows them. */
export function show(agent: Agent, json: boolean): void {
  const { agentId, name, languages, workplace, standing } = agent;
  const presence = presenceWord(agent.presence);
  if (json) return printJson({ ...agent, presence });
  const skills = Object.entries(agent.skills)
    .map(([skill, level]) => `${skill}:${level}`)
    .join(' ');
  const reason = standing?.presenceReason ? ` (${standing.presenceReason})` : '';
  const where = [workplace?.team, workplace?.site, workplace?.country].filter(Boolean).join('/');
  const shift = standing?.onShift === false ? '  out of shift' : '';
  const work = standing?.handoffIds.length ? `  in ${standing.handoffIds.length}` : '';
  print(
    `${agentId.padEnd(20)} ${`${presence}${reason}`.padEnd(26)} ${name}  ${skills}  ${languages.join(' ')}  ${where}${shift}${work}`,
  );
}

function presenceWord(presence: Presence): string {
  return String(presence).replace('PRESENCE_', '').toLowerCase().replace('_', '-');
}
