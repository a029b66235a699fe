import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock older than this is taken over even where its process seems alive: pids are reused. */
const STALE_LOCK_MS = 30 * 60_000;

/** Where downloads and builds are kept between runs, outside the repository: `$BATON_CACHE`, else `~/.cache/baton`. */
export function defaultCacheDir() {
  return process.env.BATON_CACHE || join(homedir(), '.cache', 'baton');
}

/**
 * A folder of the cache, built at most once. It appears by rename when `build` has filled it, so nobody sees half of it;
 * a second process that asks meanwhile waits. A failed build leaves nothing behind.
 *
 * @param {string} cacheDir
 * @param {string} name  carries the version: a new version is a new folder
 * @param {(dir: string) => Promise<void>} build  fills an empty folder; an error is passed on
 * @returns {Promise<string>} the finished folder
 */
export async function cached(cacheDir, name, build) {
  const finished = join(cacheDir, name);
  if (existsSync(finished)) return finished;
  await mkdir(cacheDir, { recursive: true });
  const unlock = await lock(join(cacheDir, `${name}.lock`));
  const building = join(cacheDir, `${name}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`);
  try {
    if (existsSync(finished)) return finished;
    await mkdir(building);
    await build(building);
    await rename(building, finished);
    return finished;
  } finally {
    await rm(building, { recursive: true, force: true });
    await unlock();
  }
}

/** @param {string} path @returns {Promise<() => Promise<void>>} */
async function lock(path) {
  for (;;) {
    try {
      const file = await open(path, 'wx');
      await file.write(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    if (await isStale(path)) await rm(path, { force: true });
    else await sleep(250);
  }
}

/** @param {string} path */
async function isStale(path) {
  const [holder, info] = await Promise.all([
    readFile(path, 'utf8').catch(() => ''),
    stat(path).catch(() => undefined),
  ]);
  if (!info) return false;
  const age = Date.now() - info.mtimeMs;
  if (age > STALE_LOCK_MS) return true;
  // An empty lock belongs to somebody who is between creating it and writing its pid.
  if (holder === '') return age > 5_000;
  return !isAlive(Number(holder));
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
