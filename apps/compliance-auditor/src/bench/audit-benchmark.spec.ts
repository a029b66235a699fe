import { auditBenchmark } from './audit-benchmark.js';

describe('the audit benchmark', () => {
  it('logs and verifies what it measures', async () => {
    const result = await auditBenchmark({ entries: 2_000 });
    expect(result).toMatchObject({ entries: 48_000, batch: 1_000 });
    expect(result.appendsPerSecond).toBeGreaterThan(0);
    expect(result.verifiesPerSecond).toBeGreaterThan(0);
  }, 60_000);
});
