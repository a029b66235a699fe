import { backtestCall, type CallComparison, type RecordedCall } from '@baton/policy';
import { openAuditLog } from './audit-log.js';
import { decideAs, runBacktest, type Backtest } from './backtest.js';
import { packWithPolicy } from './new-pack.js';
import { progressOn, type Progress } from './progress.js';
import { readRecordedCalls } from './read-recorded-calls.js';
import { tenantOf } from './tenant.js';
import { CliError } from '../cli-error.js';

/** Decides the recorded conversations of a data folder under another policy. Exit 2 where there is none of the pack. */
export async function backtestRecorded(
  options: { readonly pack?: string; readonly policy: string; readonly data: string },
  stderr: Parameters<typeof progressOn>[0] = process.stderr,
): Promise<Backtest> {
  const began = performance.now();
  const log = await openAuditLog(options.data);
  try {
    const { tenant, pack: packName } = tenantOf(log, options.pack);
    const pack = packWithPolicy(packName, options.policy);
    const reading = progressOn(stderr, 'reading', await log.size(tenant));
    const { calls, policies } = await readRecordedCalls(log, tenant, (read) => reading.at(read));
    reading.end();
    if (calls.length === 0)
      throw new CliError(
        2,
        `${options.data} holds no decision of the tenant ${tenant}; see --pack and --data`,
      );
    const deciding = progressOn(stderr, 'deciding', calls.length);
    const comparisons = compared(calls, decideAs(pack), deciding);
    const source = { kind: 'recorded', from: options.data, pack: pack.name } as const;
    const report = runBacktest(pack, source, comparisons, { before: policies, expectations: null, began });
    deciding.end();
    return report;
  } finally {
    await log.close();
  }
}

function* compared(
  calls: readonly RecordedCall[],
  decide: ReturnType<typeof decideAs>,
  progress: Progress,
): Generator<CallComparison> {
  for (const [done, call] of calls.entries()) {
    yield backtestCall(call, decide);
    if (done % 256 === 0) progress.at(done);
  }
}
