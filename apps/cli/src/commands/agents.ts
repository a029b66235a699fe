import type { Command } from 'commander';
import type { AddressOptions } from '../agents/workforce-client.js';

export interface AgentsOptions extends AddressOptions {
  readonly tenant: string;
  readonly json?: boolean;
}

/** `baton agents …`: the people who take handoffs, in a running Baton. */
export function agentsCommands(program: Command): void {
  const agents = program.command('agents').description('the people who take handoffs, in a running Baton');
  const common = (command: Command) =>
    command
      .requiredOption('--tenant <name>', 'whose agents')
      .option(
        '--address <host:port>',
        'gRPC address of the router (default: as written in the data folder, else 127.0.0.1:5404)',
      )
      .option('--data <dir>', 'data folder of an embedded Baton', process.env['BATON_DATA'] ?? '.baton')
      .option('--json', 'JSON instead of text');

  common(agents.command('list').description('who is there, what they do and why')).action(
    async (options: AgentsOptions) => {
      const { listAgents } = await import('../agents/list-agents.js');
      await listAgents(options);
    },
  );

  common(
    agents
      .command('put')
      .description('create or change one agent')
      .argument('<id>', 'their id')
      .requiredOption('--name <name>', 'their name')
      .requiredOption('--skills <list>', 'skill:proficiency, as in "fraud:5 general:3"')
      .requiredOption('--languages <list>', 'language tags, as in "en es"')
      .option('--team <team>', 'their team', '')
      .option('--site <site>', 'where they work', '')
      .option('--country <country>', 'two letters, as in GB', '')
      .option('--voice <n>', 'calls at once, 0 or 1', '')
      .option('--chat <n>', 'written conversations at once', '')
      .option('--voice-with-chats <yes|no>', 'a call beside written conversations', '')
      .option('--timezone <zone>', 'of the shift, as in Europe/London', '')
      .option('--shift <windows>', '"mon-fri 09:00-17:00; sat 10:00-14:00"', '')
      .option('--off <dates>', 'days off, as in "2026-12-25 2026-12-26"', ''),
  ).action(async (id: string, options: AgentsOptions & Readonly<Record<string, string>>) => {
    const { putAgent } = await import('../agents/put-agent.js');
    await putAgent(id, options);
  });

  common(
    agents
      .command('set-presence')
      .description('say whether an agent can be offered callers')
      .argument('<id>', 'their id')
      .argument('<presence>', 'available, break or offline')
      .option('--reason <text>', 'why', ''),
  ).action(async (id: string, presence: string, options: AgentsOptions & { reason: string }) => {
    const { setPresence } = await import('../agents/set-presence.js');
    await setPresence(id, presence, options);
  });

  common(
    agents
      .command('import')
      .description(
        'create or change many agents from CSV: id,name,skills,languages and more; the same file again changes nothing',
      )
      .argument('<file>', 'CSV with a header')
      .option('--check', 'only say what is wrong with the file'),
  ).action(async (file: string, options: AgentsOptions & { check?: boolean }) => {
    const { importAgents } = await import('../agents/import-agents.js');
    await importAgents(file, options);
  });
}
