#!/usr/bin/env node
/** Runs a script of this repository on the pinned Node, installing and building first what is missing. `npm start` and `npm run baton` come here. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, pinnedNode } from './install.mjs';

const root = join(import.meta.dirname, '..');
const [target, ...args] = process.argv.slice(2);
const entries = {
  start: { file: 'apps/all-in-one/dist/main.js', web: true },
  baton: { file: 'apps/cli/dist/main.js', web: false },
  bench: { file: 'apps/cli/dist/bench-main.js', web: true },
};
const entry = entries[target];
if (!entry) {
  console.error(`usage: node tools/run.mjs ${Object.keys(entries).join('|')} [arguments]`);
  process.exit(2);
}
ensureInstalled('start');
const { build } = await import('./build.mjs');
await build({ web: entry.web });

const child = spawn(
  pinnedNode,
  ['--disable-warning=ExperimentalWarning', '--enable-source-maps', join(root, entry.file), ...args],
  { stdio: 'inherit' },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)));
