import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pinnedNode } from './install.mjs';

export const root = join(import.meta.dirname, '..');

/**
 * The environment programs of this repository run in: the pinned Node and the installed tools come first on the path.
 *
 * @param {Record<string, string | undefined>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnv(more = {}) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [dirname(pinnedNode), join(root, 'node_modules/.bin'), process.env[name] ?? ''];
  return { ...process.env, NX_DAEMON: 'false', [name]: path.join(delimiter), ...more };
}

/**
 * Runs a script on the pinned Node from the root of the repository; signals go on to it.
 *
 * @param {string[]} args what `node` gets
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<number>} its exit code
 */
export function runNode(args, { env = toolEnv(), cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(pinnedNode, args, { cwd, env, stdio: 'inherit' });
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
