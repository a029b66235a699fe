#!/usr/bin/env node
/** Writes the pages of `docs/` that are generated from the code: `npm run docs`. `--check` only says which are stale. */
import { ensureInstalled } from './install.mjs';
import { runNode } from './run-node.mjs';

ensureInstalled('test');
const { build } = await import('./build.mjs');
await build({
  web: false,
  only: ['libs/kernel', 'libs/contracts', 'libs/policy', 'libs/language', 'libs/handoff-formats'],
});
process.exitCode = await runNode(['tools/docs/main.mjs', ...process.argv.slice(2)]);
