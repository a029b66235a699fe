import { ROUTING_FIELDS, SIGNALS } from '@baton/policy';
import type { Command } from 'commander';
import { openPack } from '../open-pack.js';
import { print, printJson } from '../output.js';
import { printForPeople, runCalls } from './call.js';
import { policyBacktestCommand } from './policy-backtest.js';
import type { ExplainOptions } from './policy-explain.js';
import { lint } from './policy-lint.js';
import type { RecordedOptions } from './recorded-options.js';

/** `baton policy …`: check a pack's policy, run its scripts, say why a conversation was decided as it was. */
export function policyCommands(program: Command): void {
  const policy = program.command('policy').description('the escalation policy of a pack');
  const recorded = (command: Command) =>
    command
      .option('--pack <pack>', 'folder or name of the pack it ran under (default: found in the log)')
      .option('--data <dir>', 'data folder', process.env['BATON_DATA'] ?? '.baton')
      .option('--json', 'JSON instead of text');

  policy
    .command('lint')
    .description(
      'rules that never fire or fail, shadowed rules, names nobody knows, skills no queue serves, queues nobody reaches, missing languages and safeguards',
    )
    .option('--pack <pack>', 'folder or name of a pack', 'starter')
    .option('--json', 'JSON instead of text')
    .action(lint);

  policy
    .command('signals')
    .description('every signal a condition may use')
    .option('--routing', 'the fields of callers and agents that weights of routing.yaml may use')
    .option('--json', 'JSON instead of text')
    .action((options: { routing?: boolean; json?: boolean }) => {
      const signals = options.routing ? ROUTING_FIELDS : SIGNALS;
      if (options.json) return printJson(signals);
      for (const signal of signals) print(`${signal.name.padEnd(36)} ${signal.type.padEnd(7)} ${signal.doc}`);
    });

  policy
    .command('test')
    .description('play the pack’s own call scripts')
    .option('--pack <pack>', 'folder or name of a pack', 'starter')
    .option('--bot <bot>', 'script or pack, see `baton call --help`')
    .option('--mode <mode>', 'embedded or distributed', 'embedded')
    .option('--json', 'one JSON object a script')
    .action(async (options: { pack: string; bot?: string; mode: string; json?: boolean }) => {
      const { scripts } = openPack(options.pack);
      const failed = await runCalls(scripts, options, options.json ? printJson : printForPeople);
      if (!options.json) print(`${scripts.length - failed} of ${scripts.length} scripts pass`);
      if (failed > 0) process.exitCode = 1;
    });

  recorded(
    policy
      .command('explain')
      .description('why a conversation was decided as it was, in words and as data')
      .argument('<conversation>', 'its id')
      .option('--lang <language>', 'of the words for the customer (default: the conversation’s)'),
  ).action(async (conversationId: string, options: ExplainOptions) => {
    const { explainRecorded } = await import('./policy-explain.js');
    await explainRecorded(conversationId, options);
  });

  recorded(
    policy
      .command('replay')
      .description('decide recorded turns again, each under the policy that decided it, and compare bytes')
      .argument('[conversation]', 'its id; default: all'),
  ).action(async (conversationId: string | undefined, options: RecordedOptions) => {
    const { replayRecorded } = await import('./policy-replay.js');
    await replayRecorded(conversationId, options);
  });
  policyBacktestCommand(policy);
}
