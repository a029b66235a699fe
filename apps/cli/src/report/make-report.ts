import { newestCheckpoint, verifyDataFolder, type AuditReport } from '@baton/compliance-auditor';
import { openAuditLog } from '../backtest/audit-log.js';
import { tenantOf } from '../backtest/tenant.js';
import { CliError } from '../cli-error.js';
import { readRequests } from './read-requests.js';
import { timeToHumanReport, type ReportedLog, type TimeToHumanReport } from './time-to-human.js';

export interface ReportRequest {
  readonly dataDir: string;
  /** Tenant by its pack; undefined where there is only one. */
  readonly pack: string | undefined;
  readonly month: string;
  readonly timeZone: string;
  /** Verifier keys of whoever makes the report; without any, the one found with the log. */
  readonly keys?: readonly string[];
}

/** A report and the signed statement about the log it was made from. */
export interface GroundedReport {
  readonly report: TimeToHumanReport;
  /** The checkpoint note: the log's own signature under its size and root. */
  readonly checkpoint: string;
  /** Of the log that signed the checkpoint. */
  readonly verifierKeys: readonly string[];
}

/**
 * Verifies the log, then counts what its newest checkpoint covers. Works beside a running Baton. Exit 1 where the log does not
 * verify, 2 where there is no such tenant, 3 where there is no log or nothing signed yet.
 */
export async function makeReport({
  dataDir,
  pack,
  month,
  timeZone,
  keys,
}: ReportRequest): Promise<GroundedReport> {
  const log = await openAuditLog(dataDir);
  try {
    const { tenant } = tenantOf(log, pack);
    const checkpoint = await newestCheckpoint(log.store, tenant);
    if (!checkpoint)
      throw new CliError(3, `the log of ${tenant} has no checkpoint yet; try again in a second`);
    const trust = keys === undefined ? {} : { verifierKeys: keys };
    const verified = (await verifyDataFolder(dataDir, trust)).logs.find((each) => each.tenant === tenant);
    if (!verified?.ok)
      throw new CliError(1, `the log does not verify, so nothing is reported:\n${faultsOf(verified)}`);
    const { origin, size, root, note } = checkpoint;
    const stated: ReportedLog = { origin, size, root };
    const read = await readRequests(log.read(tenant), size);
    return {
      report: timeToHumanReport({ tenant, month, timeZone, log: stated, ...read }),
      checkpoint: note,
      verifierKeys: verified.verifierKeys,
    };
  } finally {
    await log.close();
  }
}

function faultsOf(report: AuditReport | undefined): string {
  const faults = report?.faults ?? [];
  return faults.map(({ code, index, message }) => `  ${code} at ${index}: ${message}`).join('\n');
}
