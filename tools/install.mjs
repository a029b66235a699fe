import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The pinned Node of this repository, once it is installed. */
export const pinnedNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Installs what is missing from the npm registry, and says so. `scope` `start` leaves out what only tests and checks need.
 * Runs on Node 20 and later, with nothing installed.
 */
export function ensureInstalled(scope) {
  const marker = scope === 'start' ? 'node_modules/@swc/core/package.json' : 'node_modules/jest/package.json';
  if (existsSync(join(root, marker)) && lockUnchanged() && existsSync(pinnedNode)) return;
  const omit = scope === 'start' ? ['--omit=dev'] : [];
  // Not `npm ci`: it refuses a lock file without the binaries of every other operating system, which not every registry has.
  const args = ['install', ...omit, '--no-audit', '--no-fund', '--loglevel=error'];
  console.error(`installing dependencies from the npm registry (npm ${args.join(' ')}) …`);
  const started = Date.now();
  run('npm', args);
  if (!existsSync(pinnedNode)) installPinnedNode();
  console.error(`installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Whether node_modules was made from this package-lock.json. */
function lockUnchanged() {
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const names = (file, strip) => {
    const { packages } = JSON.parse(readFileSync(join(root, file), 'utf8'));
    return Object.entries(packages)
      .filter(([path]) => path.startsWith('node_modules/'))
      .map(([path, { version }]) => /** @type {const} */ ([path.slice(strip), version]));
  };
  const wanted = new Map(names('package-lock.json', 0));
  return names('node_modules/.package-lock.json', 0).every(
    ([path, version]) => !wanted.has(path) || wanted.get(path) === version,
  );
}

/** npm may be set not to run install scripts; the package `node` needs its own. */
function installPinnedNode() {
  console.error('fetching the pinned Node …');
  run(process.execPath, ['installArchSpecificPackage.js'], join(root, 'node_modules/node'));
}

function run(command, args, cwd = root) {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (error || status !== 0) {
    console.error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}; see above.`);
    process.exit(3);
  }
}
