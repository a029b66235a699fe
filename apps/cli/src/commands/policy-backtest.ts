import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CALL_CHANGES } from '@baton/policy';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import { openPack } from '../open-pack.js';
import { print, printJson, say } from '../output.js';
import { findScripts } from '../play/find-scripts.js';
import type { Backtest } from '../backtest/backtest.js';

interface BacktestOptions {
  readonly policy: string;
  readonly pack?: string;
  readonly data: string;
  readonly scripts?: true | readonly string[];
  readonly json?: boolean;
  readonly html?: string;
  readonly failOn?: string;
}

/** `baton policy backtest`: what another policy would have done. */
export function policyBacktestCommand(policy: Command): void {
  policy
    .command('backtest')
    .description(
      'decide recorded conversations, or played call scripts, under another policy and show what changes',
    )
    .requiredOption('--policy <file>', 'the policy to try, a file like escalation.yaml')
    .option(
      '--pack <pack>',
      'folder or name of the pack the conversations ran under (default: the one in the data folder, or starter)',
    )
    .option('--data <dir>', 'data folder with recorded conversations', process.env['BATON_DATA'] ?? '.baton')
    .option('--scripts [files...]', 'play call scripts instead; without files the pack’s own')
    .option('--json', 'the whole report as one JSON object')
    .option('--html <file>', 'write a report a manager can read')
    .option(
      '--fail-on <changes>',
      `exit 1 where there is any of these, e.g. lost,later (of ${CALL_CHANGES.slice(1).join(', ')})`,
    )
    .action(backtest);
}

async function backtest(options: BacktestOptions): Promise<void> {
  const failOn = (options.failOn ?? '').split(',').filter((change) => change !== '');
  const unknown = failOn.find((change) => !CALL_CHANGES.some((known) => known === change));
  if (unknown !== undefined)
    throw new CliError(2, `--fail-on ${unknown}: write ${CALL_CHANGES.slice(1).join(', ')}`);
  const report = await (options.scripts === undefined ? recorded(options) : played(options, options.scripts));
  if (options.html !== undefined) {
    const { htmlReport } = await import('../backtest/html-report.js');
    writeReport(options.html, htmlReport(report, new Date()));
  }
  if (options.json) printJson(report);
  else print((await import('../backtest/text-report.js')).textReport(report));
  const failed = failOn.some((change) => report.changes[change as keyof Backtest['changes']] > 0);
  if (failed || (report.expectations?.broken.length ?? 0) > 0) process.exitCode = 1;
}

async function recorded({ pack, policy, data }: BacktestOptions): Promise<Backtest> {
  const { backtestRecorded } = await import('../backtest/backtest-recorded.js');
  return backtestRecorded({ policy, data: resolve(data), ...(pack === undefined ? {} : { pack }) });
}

async function played(
  { pack = 'starter', policy }: BacktestOptions,
  files: true | readonly string[],
): Promise<Backtest> {
  const { backtestScripts } = await import('../backtest/backtest-scripts.js');
  const scripts = files === true ? openPack(pack).scripts : findScripts(files);
  return backtestScripts({ pack, policy, scripts });
}

function writeReport(file: string, html: string): void {
  try {
    writeFileSync(file, html);
  } catch {
    throw new CliError(2, `${file}: cannot be written; name a file in a folder that exists`);
  }
  say(`wrote ${file}`);
}
