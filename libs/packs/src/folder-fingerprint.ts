import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Changes whenever a file of the pack folder is added, removed, renamed or written: names, sizes, and times in
 * nanoseconds, without reading contents, so that it can be asked often.
 */
export function folderFingerprint(dir: string): string {
  const hash = createHash('sha256');
  for (const folder of ['', 'knowledge', 'scripts']) {
    for (const name of list(join(dir, folder)))
      hash.update(`${folder}/${name} ${stamp(join(dir, folder, name))}\n`);
  }
  return hash.digest('hex');
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function stamp(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return 'gone';
  return stats.isDirectory() ? 'folder' : `${stats.size} ${stats.mtimeNs} ${stats.ino}`;
}
