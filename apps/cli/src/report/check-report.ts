import { newestCheckpoint, rootOfEntries, verifyDataFolder } from '@baton/compliance-auditor';
import { openAuditLog } from '../backtest/audit-log.js';
import { readRequests } from './read-requests.js';
import { openReport } from './signed-report.js';
import { timeToHumanReport, type TimeToHumanReport } from './time-to-human.js';

export interface CheckOptions {
  /** Verifier keys of the log; without any, the one found in the data folder, which proves less. */
  readonly keys?: readonly string[];
  /** Where the log is, to make the report again. */
  readonly dataDir?: string;
}

/** What checking a signed report found. */
export interface CheckedReport {
  readonly ok: boolean;
  /** Sentences for a person. */
  readonly checked: readonly string[];
  readonly faults: readonly string[];
  readonly report?: TimeToHumanReport;
}

/**
 * Checks the signatures of a report and of its checkpoint; with a data folder also that the log verifies, that its entries have the
 * signed root, and that they give the same figures.
 */
export async function checkReport(note: string, { keys, dataDir }: CheckOptions): Promise<CheckedReport> {
  const checked: string[] = [];
  const faults: string[] = [];
  const trusted = keys ?? (dataDir === undefined ? [] : await keysFound(dataDir));
  const opened = openReport(note, trusted);
  if (!opened.ok) return { ok: false, checked, faults: [`${opened.error.code}: ${opened.error.message}`] };
  const { report } = opened.value;
  const whose = keys === undefined ? 'a key found with the log, which proves less' : 'a key you hold';
  checked.push(`the report and its checkpoint are signed with ${whose}`);
  if (dataDir === undefined) return { ok: true, checked, faults, report };
  await compareWithLog(report, dataDir, keys, checked, faults);
  return { ok: faults.length === 0, checked, faults, report };
}

async function compareWithLog(
  report: TimeToHumanReport,
  dataDir: string,
  keys: readonly string[] | undefined,
  checked: string[],
  faults: string[],
): Promise<void> {
  const { tenant, month, timeZone, log: stated } = report;
  const trust = keys === undefined ? {} : { verifierKeys: keys };
  const verified = (await verifyDataFolder(dataDir, trust)).logs.find((each) => each.tenant === tenant);
  if (!verified?.ok) {
    faults.push(`the log of ${tenant} does not verify; see \`baton audit verify\``);
    return;
  }
  checked.push(`the log verifies, with ${verified.entries} entries`);
  const log = await openAuditLog(dataDir);
  try {
    const root = await rootOfEntries(log.read(tenant), stated.size);
    if (root !== stated.root) {
      faults.push(`the first ${stated.size} entries have another root than the report names`);
      return;
    }
    checked.push(`its first ${stated.size} entries are those the report was made from`);
    const read = await readRequests(log.read(tenant), stated.size);
    const again = timeToHumanReport({ tenant, month, timeZone, log: stated, ...read });
    if (JSON.stringify(again) === JSON.stringify(report))
      checked.push('made again from them, the report is the same');
    else if (read.erasedConversations > report.erasedConversations)
      faults.push('events were erased since the report was made: its figures cannot be made again');
    else faults.push('made again from them, the report has other figures');
  } finally {
    await log.close();
  }
}

async function keysFound(dataDir: string): Promise<readonly string[]> {
  const log = await openAuditLog(dataDir);
  try {
    const checkpoints = await Promise.all(log.tenants.map((tenant) => newestCheckpoint(log.store, tenant)));
    return checkpoints.flatMap((checkpoint) => (checkpoint ? [checkpoint.verifierKey] : []));
  } finally {
    await log.close();
  }
}
