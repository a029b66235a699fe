import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { exportLog } from '@baton/compliance-auditor';
import { openAuditLog } from '../backtest/audit-log.js';
import { CliError } from '../cli-error.js';
import { say } from '../output.js';

export interface AuditExportOptions {
  readonly tenant?: string;
  readonly data: string;
  readonly out?: string;
}

/** `baton audit export`: header, entries and checkpoints of a tenant's log, a line each. Exit 2 where it is not said whose. */
export async function exportRecorded({ tenant: named, data, out }: AuditExportOptions): Promise<void> {
  const log = await openAuditLog(data);
  try {
    const there = log.tenants.join(', ');
    const tenant = named ?? (log.tenants.length === 1 ? log.tenants[0] : undefined);
    if (tenant === undefined)
      throw new CliError(2, `name the tenant with --tenant; there are: ${there || 'none'}`);
    if (!log.tenants.includes(tenant))
      throw new CliError(
        2,
        `${tenant} has no log in ${join(data, 'store.db')}; there are: ${there || 'none'}`,
      );
    let lines = 0;
    const text = async function* () {
      for await (const line of exportLog(log.store, tenant)) {
        lines += 1;
        yield `${line}\n`;
      }
    };
    await pipeline(text, out === undefined ? process.stdout : createWriteStream(out), {
      end: out !== undefined,
    });
    say(`${lines} lines of the log of ${tenant}${out === undefined ? '' : ` in ${out}`}`);
  } finally {
    await log.close();
  }
}
