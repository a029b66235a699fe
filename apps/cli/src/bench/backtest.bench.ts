import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backtestCall } from '@baton/policy';
import { openAuditLog } from '../backtest/audit-log.js';
import { backtestRecorded } from '../backtest/backtest-recorded.js';
import { decideAs } from '../backtest/backtest.js';
import { htmlReport } from '../backtest/html-report.js';
import { readRecordedCalls } from '../backtest/read-recorded-calls.js';
import { seededRandom } from '../backtest/synthetic-callers.js';
import { writeSyntheticLog } from '../backtest/synthetic-log.js';
import { openPack } from '../open-pack.js';
import { say } from '../output.js';
import type { Benchmark } from './benchmark.js';

const CALLS = 20_000;
const SEED = 11;

/** A data folder of recorded conversations decided again under a changed policy, read from disk, with the report. */
export const backtest: Benchmark = {
  name: 'backtest',
  measures: 'recorded conversations decided again under another policy, read from disk, per second',
  run: async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'baton-bench-backtest-'));
    try {
      const pack = openPack('bank');
      say(`writing ${CALLS} recorded conversations`);
      const written = await writeSyntheticLog(dataDir, pack, CALLS, seededRandom(SEED));
      const policy = join(dataDir, 'new.yaml');
      // JSON is YAML: the pack's policy with its thresholds lowered.
      const thresholds = { clarify: 0.3, offerHuman: 0.45, escalate: 0.6 };
      writeFileSync(policy, JSON.stringify({ ...pack.escalation, thresholds }));
      const report = await backtestRecorded({ pack: 'bank', policy, data: dataDir });
      const log = await openAuditLog(dataDir);
      const { calls } = await readRecordedCalls(log, 'bank');
      await log.close();
      const decide = decideAs(pack);
      const began = performance.now();
      for (const call of calls) backtestCall(call, decide);
      const decideSeconds = (performance.now() - began) / 1000;
      const { seconds, changes, callsPerSecond } = report;
      return {
        load: { calls: CALLS, ...written },
        results: {
          callsPerSecond,
          turnsPerSecond: Math.round(report.turns / seconds),
          seconds,
          // The same without reading: what the policy itself costs.
          decidedCallsPerSecond: Math.round(calls.length / decideSeconds),
          htmlKb: Math.round(htmlReport(report, new Date(0)).length / 1024),
          changes,
        },
      };
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
