#!/usr/bin/env node
/**
 * Runs one level of tests on the pinned Node, installing and building first what is missing. The last line printed is always
 * `N passed, N failed, N skipped`. Exit codes: 0 all passed, 1 a test failed, 2 wrong usage, 3 a tool is missing.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, pinnedNode } from './install.mjs';
import { root, runNode, toolEnv } from './run-node.mjs';
import { findChromium } from './test/find-chromium.mjs';

const usage = `usage: node tools/test.mjs [unit|integration|browser] [Jest arguments, e.g. a path]

  unit         *.spec.ts: unit, contract (embedded adapters) and end-to-end; nothing but npm is needed
  integration  *.int.spec.ts: on Apache Kafka and a MongoDB wire server, started here (Java, Maven)
               unless BATON_KAFKA_BROKERS and BATON_MONGO_URL name running ones
  browser      *.browser.spec.ts: the pages in Chromium (CHROMIUM_PATH, or one on the path)

  --no-web     do not build the pages first`;

const levels = {
  unit: { args: ['--maxWorkers=2'] },
  integration: { args: [...suites('int'), '--maxWorkers=1'], servers: true },
  browser: { args: [...suites('browser'), '--maxWorkers=1'], chromium: true },
};

/** @param {string} level Jest arguments for `*.<level>.spec.ts`, which the configuration leaves out @returns {string[]} */
function suites(level) {
  const never = ['/node_modules/', '/dist/', '/out-tsc/'];
  return [
    `--testMatch=**/*.${level}.spec.ts`,
    ...never.map((pattern) => `--testPathIgnorePatterns=${pattern}`),
  ];
}

/** Runs Jest and returns what its reporter counted. @param {(typeof levels)['unit']} level @param {string[]} more */
async function runJest(level, more) {
  const scratch = mkdtempSync(join(tmpdir(), 'baton-test-'));
  const totals = join(scratch, 'totals.json');
  const env = toolEnv({
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
    BATON_TEST_TOTALS: totals,
    ...(level.chromium ? { CHROMIUM_PATH: chromium } : {}),
  });
  const jest = [
    join(root, 'node_modules/jest/bin/jest.js'),
    // First: Jest takes a path that follows a list option for one more value of it.
    ...more,
    '--reporters=default',
    `--reporters=${join(root, 'tools/test/totals-reporter.mjs')}`,
    ...level.args,
  ];
  try {
    const args = level.servers ? ['tools/servers/run.mjs', '--exec', '--', pinnedNode, ...jest] : jest;
    return { code: await runNode(args, { env }), counted: readTotals(totals) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @param {string} file @returns {{ passed: number, failed: number, skipped: number } | undefined} */
function readTotals(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // No report: Jest ended before it had one.
    return undefined;
  }
}

const given = process.argv.slice(2).filter((arg) => arg !== '--no-web');
const [first = 'unit', ...rest] = given;
const named = Object.hasOwn(levels, first);
if (first === '--help') {
  console.log(usage);
  process.exit(0);
}
const level = levels[named ? first : 'unit'];
const chromium = level.chromium ? findChromium() : undefined;
if (level.chromium && chromium === undefined) {
  console.error(
    'No Chromium found: install one (`apt-get install -y chromium`) or name it with CHROMIUM_PATH.',
  );
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(3);
}
ensureInstalled('test');
const { build } = await import('./build.mjs');
await build({ web: !process.argv.includes('--no-web') });

const { code, counted = { passed: 0, failed: 1, skipped: 0 } } = await runJest(level, named ? rest : given);
// A run that ends badly without a failed test (a crash, no test found, a server that did not start) counts as one failure.
const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed;
console.log(`${counted.passed} passed, ${failed} failed, ${counted.skipped} skipped`);
process.exitCode = code === 0 && failed > 0 ? 1 : code;
