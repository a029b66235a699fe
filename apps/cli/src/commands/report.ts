import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import { print, printJson, say } from '../output.js';
import type { TimeToHumanReport } from '../report/time-to-human.js';

interface TimeToHumanOptions {
  readonly month: string;
  readonly data: string;
  readonly pack?: string;
  readonly timezone: string;
  readonly json?: boolean;
  readonly html?: string;
  readonly sign?: string | true;
}

interface VerifyOptions {
  readonly key?: string[];
  readonly data?: string;
  readonly json?: boolean;
}

/** `baton report …`: what a regulator asks for, from the audit log, offline. */
export function reportCommands(program: Command): void {
  const report = program
    .command('report')
    .description('what a regulator asks for, from the audit log, offline');
  report
    .command('time-to-human')
    .description(
      'from the explicit request to a human, over one month: the share within three minutes, and why not',
    )
    .requiredOption('--month <month>', 'of the requests, e.g. 2026-11')
    .option('--data <dir>', 'data folder, of a running Baton or not', process.env['BATON_DATA'] ?? '.baton')
    .option('--pack <pack>', 'folder or name of the tenant’s pack (default: the only tenant there)')
    .option('--timezone <zone>', 'in which the month begins and ends, e.g. Europe/Madrid', 'UTC')
    .option('--json', 'the whole report as one JSON object')
    .option('--html <file>', 'write a page a manager can read')
    .option(
      '--sign [file]',
      'sign it with the log’s key (BATON_AUDIT_KEY_FILE, else the key in the data folder), with the checkpoint it rests on',
    )
    .action(timeToHuman);
  report
    .command('verify')
    .description('check a signed report offline; with --data also make it again from the log and compare')
    .argument('<file>', 'the signed report')
    .option(
      '--key <keys...>',
      'verifier keys of the log that you hold; without one the key in --data is used',
    )
    .option('--data <dir>', 'data folder the report was made from')
    .option('--json', 'JSON instead of text')
    .action(verify);
}

async function timeToHuman(options: TimeToHumanOptions): Promise<void> {
  const { month, timezone: timeZone, pack } = options;
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw new CliError(2, `--month ${month}: write a year and a month, e.g. 2026-11`);
  if (!isTimeZone(timeZone))
    throw new CliError(2, `--timezone ${timeZone}: write a name of the IANA database, e.g. Europe/Madrid`);
  const dataDir = resolve(options.data);
  const { makeReport } = await import('../report/make-report.js');
  const grounded = await makeReport({ dataDir, pack, month, timeZone });
  const { report, checkpoint } = grounded;
  let note: string | undefined;
  if (options.sign !== undefined) {
    const { signingKey } = await import('@baton/compliance-auditor');
    const { ed25519Signer } = await import('@baton/ledger');
    const { reportKeySuffix, signReport } = await import('../report/signed-report.js');
    const auditKeyFile = process.env['BATON_AUDIT_KEY_FILE'];
    const key = signingKey({ store: 'embedded', dataDir, ...(auditKeyFile ? { auditKeyFile } : {}) });
    note = await signReport(report, checkpoint, ed25519Signer(`${report.log.origin}${reportKeySuffix}`, key));
    const file = options.sign === true ? `time-to-human-${report.tenant}-${month}.note` : options.sign;
    write(file, note);
    say(`signed: ${file}; to be verified with the key of the log: ${grounded.verifierKeys.join(' ')}`);
  }
  if (options.html !== undefined) {
    const { htmlReport } = await import('../report/html-report.js');
    write(options.html, htmlReport(report));
  }
  if (options.json) printJson(note === undefined ? report : { ...report, note });
  else print((await import('../report/text-report.js')).textReport(report));
}

async function verify(file: string, options: VerifyOptions): Promise<void> {
  if (!existsSync(file)) throw new CliError(2, `${file}: there is no such file`);
  if (options.key === undefined && options.data === undefined)
    throw new CliError(2, 'name the log’s verifier key with --key, or the data folder with --data');
  const { checkReport } = await import('../report/check-report.js');
  const checked = await checkReport(readFileSync(file, 'utf8'), {
    ...(options.key === undefined ? {} : { keys: options.key }),
    ...(options.data === undefined ? {} : { dataDir: resolve(options.data) }),
  });
  if (options.json) printJson(checked);
  else print(inWords(checked));
  if (!checked.ok) process.exitCode = 1;
}

function inWords(checked: {
  ok: boolean;
  checked: readonly string[];
  faults: readonly string[];
  report?: TimeToHumanReport;
}): string {
  return [
    ...checked.checked.map((what) => `ok      ${what}`),
    ...checked.faults.map((what) => `FAULT   ${what}`),
    checked.ok ? 'The report holds.' : 'The report does NOT hold.',
  ].join('\n');
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (thrown) {
    throw new CliError(
      2,
      `${file}: cannot be written (${thrown instanceof Error ? thrown.message : String(thrown)})`,
    );
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
