import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The root of the repository. */
export const root = resolve(import.meta.dirname, '../..');

/** The packs that ship. */
export const packsDir = join(root, 'packs');

/** A built program. Throws with what to do where it is missing: these tests run what people run, not the sources. */
export function built(
  path: 'apps/all-in-one/dist/main.js' | 'apps/cli/dist/main.js' | 'apps/cli/dist/bench-main.js',
): string {
  const file = join(root, path);
  if (existsSync(file)) return file;
  throw new Error(`${path} is missing: build first with \`npm run build\` (\`npm test\` does it by itself).`);
}
