#!/usr/bin/env node
/** ESLint on the pinned Node; without arguments over the whole repository. `--fix` mends what can be mended. */
import { ensureInstalled } from './install.mjs';
import { runNode } from './run-node.mjs';

ensureInstalled('test');
const args = process.argv.slice(2);
const paths = args.filter((arg) => !arg.startsWith('-'));
process.exitCode = await runNode([
  'node_modules/eslint/bin/eslint.js',
  '--max-warnings=0',
  ...args,
  ...(paths.length === 0 ? ['.'] : []),
]);
