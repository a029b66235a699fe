#!/usr/bin/env node
/** Prettier over the repository: `npm run format`. `--check` only says what is not formatted. */
import { ensureInstalled } from './install.mjs';
import { runNode } from './run-node.mjs';

ensureInstalled('test');
const [mode = '--write', ...paths] = process.argv.slice(2);
process.exitCode = await runNode([
  'node_modules/prettier/bin/prettier.cjs',
  mode,
  '--log-level=warn',
  '--cache',
  '--cache-location=.cache/prettier',
  ...(paths.length === 0 ? ['.'] : paths),
]);
