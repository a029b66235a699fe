import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BatonError } from '@baton/kernel';

/** Holds a data folder for this process. */
export interface DataLock {
  release(): void;
}

/**
 * Takes the data folder. Throws `data-folder-in-use` with the pid of the process that has it; a lock whose process is gone
 * (killed, machine restarted) is taken over.
 */
export function lockDataFolder(dataDir: string): DataLock {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'baton.lock');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return { release: () => release(file) };
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new BatonError(
          'data-folder-unusable',
          `The data folder ${dataDir} cannot be written; choose another with BATON_DATA.`,
          { cause },
        );
      }
    }
    const owner = ownerOf(file);
    if (owner !== undefined && owner !== process.pid && isAlive(owner)) {
      throw new BatonError(
        'data-folder-in-use',
        `The data folder ${dataDir} is in use by process ${owner}; stop it, or choose another folder with BATON_DATA.`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new BatonError(
    'data-folder-in-use',
    `Another process took the data folder ${dataDir} at the same moment; try again.`,
  );
}

function release(file: string): void {
  if (ownerOf(file) === process.pid) rmSync(file, { force: true });
}

function ownerOf(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
