#!/usr/bin/env node
/** ESLint on the pinned Node; without arguments over the whole repository. `--fix` mends what can be mended. */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureInstalled, pinnedNode } from './install.mjs';
import { root, runNode, toolEnv } from './run-node.mjs';

ensureInstalled('test');
// The rule of module boundaries looks at the graph of projects that Nx keeps; where there is none, it would check nothing.
const nx = createRequire(join(root, 'package.json')).resolve('nx/package.json');
execFileSync(pinnedNode, [join(nx, '..', 'dist/bin/nx.js'), 'show', 'projects'], {
  cwd: root,
  env: toolEnv(),
  stdio: ['ignore', 'ignore', 'inherit'],
});
const args = process.argv.slice(2);
const paths = args.filter((arg) => !arg.startsWith('-'));
process.exitCode = await runNode([
  'node_modules/eslint/bin/eslint.js',
  '--max-warnings=0',
  ...args,
  ...(paths.length === 0 ? ['.'] : []),
]);
