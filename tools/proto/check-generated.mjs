import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../run-node.mjs';
import { runBuf } from './buf.mjs';

/** Whether the committed code is what `proto/` generates today. @returns {Promise<{ code: number, output: string }>} */
export async function checkGenerated() {
  const scratch = mkdtempSync(join(tmpdir(), 'baton-gen-'));
  try {
    const { code, output } = await runBuf(['generate', '-o', join(scratch, 'proto')]);
    if (code !== 0) return { code, output };
    const fresh = filesOf(join(scratch, 'libs/contracts/src/gen'));
    const committed = filesOf(join(root, 'libs/contracts/src/gen'));
    const stale = [...new Set([...fresh.keys(), ...committed.keys()])].filter(
      (name) => fresh.get(name) !== committed.get(name),
    );
    return {
      code: stale.length === 0 ? 0 : 1,
      output: stale.map((name) => `libs/contracts/src/gen/${name} is stale`).join('\n'),
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Name → text of every file below a folder. @param {string} dir @returns {Map<string, string>} */
function filesOf(dir) {
  const entries = readdirSync(dir, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(dir, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}
