import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baton } from './cli.js';

/** A copy of the bank's pack, made as a tenant would make it, whose offers last only so many seconds. Resolves with its folder. */
export async function bankWithOffersOf(seconds: number, dir: string): Promise<string> {
  const pack = join(dir, 'bank');
  const made = await baton(['init', pack, '--from', 'bank']);
  if (made.code !== 0) throw new Error(`baton init ended with ${made.code}: ${made.stderr}`);
  const routing = join(pack, 'routing.yaml');
  const changed = readFileSync(routing, 'utf8').replace(/^offerSeconds: \d+$/m, `offerSeconds: ${seconds}`);
  writeFileSync(routing, changed);
  return pack;
}
