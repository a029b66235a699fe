import { auditBenchmark } from '@baton/compliance-auditor';
import type { Benchmark } from './benchmark.js';

/** The audit log by itself, through the auditor's own code, on disk. */
export const audit: Benchmark = {
  name: 'audit',
  measures: 'the audit log: entries appended and verified per second',
  run: async ({ entries }) => {
    const { batch, eventBytes, ...results } = await auditBenchmark({ entries });
    return { load: { entries, batch, eventBytes }, results };
  },
};
