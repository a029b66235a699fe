import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import { print, printJson } from '../output.js';
import type { AuditExportOptions } from './audit-export.js';
import type { ProveOptions } from './audit-prove.js';

const dataDefault = process.env['BATON_DATA'] ?? '.baton';

interface VerifyCommandOptions {
  readonly data: string;
  readonly bundle?: string;
  readonly proof?: string;
  readonly key?: string[];
  readonly json?: boolean;
}

/** `baton audit verify`: the tamper-evident log, offline. */
export function auditCommands(program: Command): void {
  const audit = program.command('audit').description('the tamper-evident log, offline');
  audit
    .command('verify')
    .description('recompute the tree, check every checkpoint and open every commitment')
    .option('--data <dir>', 'data folder of an embedded Baton, running or not', dataDefault)
    .option('--bundle <file>', 'an exported log (JSON lines) instead of a data folder')
    .option(
      '--key <keys...>',
      'verifier keys you hold; without one the key found with the log is used, which proves less',
    )
    .option('--json', 'JSON instead of text')
    .option('--proof <file>', 'the proof of one event, of `audit prove`, instead of a log')
    .action(async (options: VerifyCommandOptions) => {
      if (options.proof !== undefined) {
        const { verifyProofFile } = await import('./audit-prove.js');
        return verifyProofFile(options.proof, options);
      }
      const { formatReport, verifyBundle, verifyDataFolder } = await import('@baton/compliance-auditor');
      const trust = options.key === undefined ? {} : { verifierKeys: options.key };
      const report =
        options.bundle === undefined
          ? await verifyDataFolder(folder(options.data), trust)
          : await verifyBundle(linesOf(options.bundle), trust);
      if (options.json) printJson(report);
      else print(formatReport(report));
      if (!report.ok) process.exitCode = 1;
    });
  audit
    .command('prove')
    .description(
      'the proof that an event is in the log, as one line of JSON; `audit verify --proof` checks it',
    )
    .requiredOption('--event <id>', 'the id of the event')
    .option('--data <dir>', 'data folder of an embedded Baton, running or not', dataDefault)
    .option('--out <file>', 'write to a file and not to stdout')
    .action(async (options: ProveOptions) => {
      const { proveRecorded } = await import('./audit-prove.js');
      await proveRecorded({ ...options, data: folder(options.data) });
    });
  audit
    .command('export')
    .description('the whole log of a tenant as JSON lines; `audit verify --bundle` checks it')
    .option('--tenant <name>', 'needed where the folder holds more than one')
    .option('--data <dir>', 'data folder of an embedded Baton, running or not', dataDefault)
    .option('--out <file>', 'write to a file and not to stdout')
    .action(async (options: AuditExportOptions) => {
      const { exportRecorded } = await import('./audit-export.js');
      await exportRecorded({ ...options, data: folder(options.data) });
    });
}

function folder(dir: string): string {
  if (existsSync(join(dir, 'store.db'))) return dir;
  throw new CliError(3, `${dir} holds no Baton data; name the data folder with --data or BATON_DATA`);
}

function linesOf(file: string): AsyncIterable<string> {
  if (!existsSync(file)) throw new CliError(2, `${file}: there is no such file`);
  return createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}
