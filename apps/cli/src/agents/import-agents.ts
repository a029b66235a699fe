import { readFileSync } from 'node:fs';
import { errorCode } from '@baton/kernel';
import { unary } from '@baton/rpc';
import { CliError } from '../cli-error.js';
import type { AgentsOptions } from '../commands/agents.js';
import { print, printJson, say } from '../output.js';
import { readAgentsCsv } from './read-agents-csv.js';
import { withWorkforce } from './workforce-client.js';

const batch = 1_000;

/** `baton agents import`: nothing is sent while anything in the file is wrong. Exit 2 with row and column of every fault. */
export async function importAgents(
  file: string,
  options: AgentsOptions & { readonly check?: boolean },
): Promise<void> {
  const { rows, faults } = readAgentsCsv(textOf(file));
  if (faults.length > 0) {
    const lines = faults.map(
      ({ row, column, problem, instead }) =>
        `${file}:${row}${column === '' ? '' : ` ${column}`} ${problem}: write ${instead}`,
    );
    throw new CliError(2, lines.join('\n'));
  }
  if (options.check)
    return options.json ? printJson({ rows: rows.length }) : print(`${rows.length} agents, nothing wrong`);
  const began = performance.now();
  const total = {
    rows: rows.length,
    changed: 0,
    unchanged: 0,
    refused: [] as { row: number; agentId: string; why: string }[],
  };
  await withWorkforce(options, async (client) => {
    for (let from = 0; from < rows.length; from += batch) {
      const part = rows.slice(from, from + batch);
      const request = { commandId: '', tenantId: options.tenant, agents: part.map(({ agent }) => agent) };
      const done = await unary(client, client.registerAgents, request, 60_000);
      total.changed += done.changed;
      total.unchanged += done.unchanged;
      total.refused.push(
        ...done.refused.map(({ index, agentId, why }) => ({ row: part[index]!.row, agentId, why })),
      );
      if (rows.length > batch) say(`${from + part.length} of ${rows.length}`);
    }
  });
  const seconds = Number(((performance.now() - began) / 1000).toFixed(2));
  if (options.json) printJson({ ...total, seconds });
  else print(`${total.changed} new or changed, ${total.unchanged} as they were, in ${seconds} s`);
  if (total.refused.length === 0) return;
  throw new CliError(2, total.refused.map(({ row, why }) => `${file}:${row} ${why}`).join('\n'));
}

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (thrown) {
    const why = thrown instanceof TypeError ? 'is not UTF-8 text' : `cannot be read (${errorCode(thrown)})`;
    throw new CliError(2, `${file} ${why}: write a CSV file with the header id,name,skills,languages`);
  }
}
