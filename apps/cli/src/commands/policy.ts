import { resolve } from 'node:path';
import { SIGNALS } from '@baton/policy';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import { openPack, packDir } from '../open-pack.js';
import { print, printJson } from '../output.js';
import { printForPeople, runCalls } from './call.js';
import { policyBacktestCommand } from './policy-backtest.js';
import { lint } from './policy-lint.js';

interface RecordedOptions {
  readonly pack: string;
  readonly data: string;
  readonly json?: boolean;
}

/** `baton policy …`: check a pack's policy, run its scripts, say why a conversation was decided as it was. */
export function policyCommands(program: Command): void {
  const policy = program.command('policy').description('the escalation policy of a pack');
  const recorded = (command: Command) =>
    command
      .option('--pack <pack>', 'folder or name of the pack the conversation ran under', 'bank')
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
    .option('--json', 'JSON instead of text')
    .action((options: { json?: boolean }) => {
      if (options.json) return printJson(SIGNALS);
      for (const signal of SIGNALS) print(`${signal.name.padEnd(36)} ${signal.type.padEnd(7)} ${signal.doc}`);
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
      .description('why a conversation was decided as it was')
      .argument('<conversation>', 'its id'),
  ).action(async (conversationId: string, options: RecordedOptions) => explain(conversationId, options));

  recorded(
    policy
      .command('replay')
      .description('decide recorded turns again and compare bytes')
      .argument('[conversation]', 'its id; default: all'),
  ).action(async (conversationId: string | undefined, options: RecordedOptions) =>
    replayRecorded(conversationId, options),
  );
  policyBacktestCommand(policy);
}

async function explain(conversationId: string, options: RecordedOptions): Promise<void> {
  const { recordedDecisions } = await import('../recorded-decisions.js');
  const { priorityName, verdictName } = await import('@baton/client');
  const turns = await recordedDecisions(resolve(options.data), packDir(options.pack), conversationId);
  if (turns.length === 0)
    throw new CliError(
      2,
      `no decision of ${conversationId} is in the log of ${options.pack}; see \`--pack\` and \`--data\``,
    );
  if (options.json) {
    for (const { decision } of turns) printJson(decision);
    return;
  }
  for (const { decision } of turns) {
    const { turnIndex, verdict, risk, matched, explanation, policyId, policyVersion, policySha256 } =
      decision;
    print(
      `turn ${turnIndex}: ${verdictName(verdict)} (risk ${risk.toFixed(3)}, priority ${priorityName(decision.priority)})`,
    );
    for (const sentence of explanation) print(`  ${sentence}`);
    for (const rule of matched) {
      const inputs = Object.entries(rule.inputs ?? {}).map(([name, value]) => `${name} = ${String(value)}`);
      print(
        `  - ${rule.ruleId}${rule.hard ? ' (hard)' : ` adds ${rule.contribution.toFixed(3)}`}: ${inputs.join(', ')}`,
      );
    }
    print(`  policy ${policyId} version ${policyVersion}, sha256 ${policySha256}`);
  }
}

async function replayRecorded(conversationId: string | undefined, options: RecordedOptions): Promise<void> {
  const { recordedDecisions } = await import('../recorded-decisions.js');
  const { replayDecision } = await import('@baton/router');
  const pack = openPack(options.pack);
  const turns = await recordedDecisions(resolve(options.data), packDir(options.pack), conversationId);
  if (turns.length === 0) throw new CliError(2, 'no recorded decision there; see `--pack` and `--data`');
  let different = 0;
  for (const { conversationId: id, decision } of turns) {
    const replayed = replayDecision(pack, decision);
    if (!replayed.same) different += 1;
    if (options.json) printJson({ conversationId: id, turnIndex: decision.turnIndex, ...replayed });
    else if (!replayed.same) print(`differs: ${id} turn ${decision.turnIndex}: ${replayed.why}`);
  }
  if (!options.json)
    print(`${turns.length - different} of ${turns.length} decisions derived again, byte for byte`);
  if (different > 0) process.exitCode = 1;
}
