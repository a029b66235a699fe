import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Tells `tools/test.mjs` what was counted, and names every test that did not run: its title says why. */
export default class TotalsReporter {
  #root;

  /** @param {{ rootDir: string }} config */
  constructor(config) {
    this.#root = config.rootDir;
  }

  /** @param {Set<unknown>} _contexts @param {import('@jest/reporters').AggregatedResult} results */
  onRunComplete(_contexts, results) {
    for (const { testFilePath, testResults } of results.testResults) {
      for (const { status, fullName } of testResults) {
        if (status !== 'pending' && status !== 'todo') continue;
        console.error(`skipped: ${relative(this.#root, testFilePath)}: ${fullName}`);
      }
    }
    const file = process.env.BATON_TEST_TOTALS;
    if (!file) return;
    const totals = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(file, JSON.stringify(totals));
  }
}
