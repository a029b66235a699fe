import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run-node.mjs';
import { generatedPages } from './pages.mjs';

let stale = 0;
for (const [path, text] of await generatedPages()) {
  const file = join(root, path);
  const known = readIfThere(file);
  if (known === text) continue;
  stale += 1;
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  console.log(process.argv.includes('--check') ? `${path} is stale` : `wrote ${path}`);
}
process.exitCode = stale > 0 && process.argv.includes('--check') ? 1 : 0;

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
