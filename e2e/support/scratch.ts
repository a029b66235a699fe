import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own, gone with `remove`. */
export interface Scratch {
  readonly dir: string;
  remove(): void;
}

export function scratch(name: string): Scratch {
  const dir = mkdtempSync(join(tmpdir(), `baton-e2e-${name}-`));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}
