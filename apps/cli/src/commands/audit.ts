import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { verifyBundle, verifyDataFolder } from '@baton/compliance-auditor';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import { print, printJson } from '../output.js';

/** `baton audit verify`: the tamper-evident log, offline. */
export function auditCommands(program: Command): void {
  const audit = program.command('audit').description('the tamper-evident log, offline');
  audit
    .command('verify')
    .description('recompute the tree, check every checkpoint and open every commitment')
    .option('--data <dir>', 'data folder of an embedded Baton', process.env['BATON_DATA'] ?? '.baton')
    .option('--bundle <file>', 'an exported log (JSON lines) instead of a data folder')
    .option('--json', 'JSON instead of text')
    .action(async (options: { data: string; bundle?: string; json?: boolean }) => {
      const reports =
        options.bundle === undefined ? await ofFolder(options.data) : [await ofBundle(options.bundle)];
      for (const report of reports) {
        if (options.json) printJson(report);
        else printReport(report);
      }
      if (reports.some(({ faultCount }) => faultCount > 0)) process.exitCode = 1;
    });
}

type Report = Awaited<ReturnType<typeof verifyBundle>>;

async function ofFolder(dir: string): Promise<readonly Report[]> {
  if (!existsSync(join(dir, 'store.db')))
    throw new CliError(3, `${dir} holds no Baton data; name the data folder with --data or BATON_DATA`);
  return verifyDataFolder(dir);
}

async function ofBundle(file: string): Promise<Report> {
  if (!existsSync(file)) throw new CliError(2, `${file}: there is no such file`);
  return verifyBundle(
    createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }),
  );
}

function printReport(report: Report): void {
  print(
    `${report.faultCount === 0 ? 'intact' : 'BROKEN'}  ${report.origin}: ${report.entries} entries, ${report.checkpointsVerified} checkpoints verified, ${report.openedVerified} commitments opened`,
  );
  for (const fault of report.faults) print(`        ${fault.code} at ${fault.index}: ${fault.message}`);
}
