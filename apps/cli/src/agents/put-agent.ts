import { unary } from '@baton/rpc';
import { CliError } from '../cli-error.js';
import type { AgentsOptions } from '../commands/agents.js';
import { show } from './list-agents.js';
import { columns, readAgentsCsv } from './read-agents-csv.js';
import { withWorkforce } from './workforce-client.js';

const optionsOf = columns.slice(1);

/** `baton agents put`: the options are a row of the import, and are read and checked as one. */
export async function putAgent(
  id: string,
  options: AgentsOptions & Readonly<Record<string, string>>,
): Promise<void> {
  const given = (column: string) =>
    options[column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())] ?? '';
  const cells = [id, ...optionsOf.map(given)].map((cell) => `"${cell.replaceAll('"', '""')}"`);
  const { rows, faults } = readAgentsCsv(`${columns.join(',')}\n${cells.join(',')}\n`);
  if (faults.length > 0) {
    const lines = faults.map(
      ({ column, problem, instead }) =>
        `${column === 'id' ? 'id' : `--${column.replaceAll('_', '-')}`} ${problem}: write ${instead}`,
    );
    throw new CliError(2, lines.join('\n'));
  }
  await withWorkforce(options, async (client) => {
    const { agent } = await unary(client, client.registerAgent, {
      ...rows[0]!.agent,
      tenantId: options.tenant,
    });
    if (agent) show(agent, options.json === true);
  });
}
