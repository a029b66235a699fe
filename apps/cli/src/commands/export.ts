import { Option, type Command } from 'commander';
import type { ExportOptions } from '../export/export-conversation.js';

const formats = [
  ...['packet', 'ohp', 'vcon', 'twilio', 'connect', 'genesys'],
  ...['salesforce', 'microsoft', 'google', 'sip', 'json'],
];

/** `baton export`: the packet and the conversation in other people's formats. */
export function exportCommand(program: Command): void {
  program
    .command('export')
    .description('the handoff packet of a conversation in a format; what did not fit is said on stderr')
    .requiredOption('--conversation <id>', 'the conversation')
    .addOption(new Option('--format <format>', 'the format').choices(formats).default('packet'))
    .addOption(
      new Option('--role <role>', 'who will see it; ohp is always for outside')
        .choices(['agent', 'supervisor', 'auditor', 'external'])
        .default('agent'),
    )
    .option(
      '--sign [keyfile]',
      'sign an ohp or vcon export, with a key of the data folder or of a file (PEM)',
    )
    .option('--out <file>', 'write to a file and not to stdout')
    .option(
      '--data <dir>',
      'data folder of an embedded Baton, running or not',
      process.env['BATON_DATA'] ?? '.baton',
    )
    .option('--context <host:port>', 'ask a running context-store instead (gRPC)')
    .option('--issuer <vendor>', 'who hands over (ohp)', 'baton')
    .option('--audience <vendor>', 'who takes over (ohp)', 'any')
    .option('--region <region>', 'where the issuer runs (ohp)', 'local')
    .option('--purpose <purpose>', 'what for (ohp)', 'human-takeover')
    .action(async (options: ExportOptions) => {
      const { exportConversation } = await import('../export/export-conversation.js');
      await exportConversation(options);
    });
}
