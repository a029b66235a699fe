import { join } from 'node:path';
import { root, toolEnv } from '../run-node.mjs';
import { runCommand } from '../servers/run-command.mjs';

/**
 * Runs buf in `proto/`.
 *
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>} what it printed on either stream
 */
export async function runBuf(args) {
  const buf = join(root, 'node_modules/@bufbuild/buf/bin/buf');
  const { code, stdout, stderr } = await runCommand(process.execPath, [buf, ...args], {
    cwd: join(root, 'proto'),
    env: toolEnv(),
  });
  return { code: code ?? 1, output: `${stdout}${stderr}`.trim() };
}
