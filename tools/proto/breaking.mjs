import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../run-node.mjs';
import { runCommand } from '../servers/run-command.mjs';
import { runBuf } from './buf.mjs';

/** What the contracts are compared with, the first that exists: integrators read what is on the main branch. */
const bases = ['origin/main', 'main', 'HEAD'];

/** Whether `proto/` breaks what is committed. @returns {Promise<{ code: number, output: string }>} */
export async function checkBreaking() {
  const base = await firstWithProto();
  if (base === undefined) return { code: 0, output: 'left out: no commit with proto/ to compare with' };
  const scratch = mkdtempSync(join(tmpdir(), 'baton-proto-'));
  try {
    const tar = join(scratch, 'proto.tar');
    const archive = await git(['archive', '--format=tar', `--output=${tar}`, base, 'proto']);
    if (archive.code !== 0) return { code: 1, output: archive.stderr };
    return await runBuf(['breaking', '--against', `${tar}#subdir=proto`]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function firstWithProto() {
  for (const base of bases) {
    const { code } = await git(['cat-file', '-e', `${base}:proto/buf.yaml`]).catch(() => ({ code: 1 }));
    if (code === 0) return base;
  }
  return undefined;
}

/** @param {string[]} args */
function git(args) {
  return runCommand('git', args, { cwd: root });
}
