import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '@baton/kernel';
import type { PackFault } from './fault.js';
import { folderFingerprint } from './folder-fingerprint.js';
import type { LoadPackOptions } from './load-pack.js';
import { loadPack } from './load-pack.js';
import type { Pack } from './pack.js';

/** A pack that follows its folder. */
export interface PackWatch {
  /** The newest valid version; undefined only where the folder never held one. */
  current(): Pack | undefined;
  /** Stops watching; nothing is reported afterwards. */
  close(): void;
}

/** How to watch; times in milliseconds. */
export interface WatchPackOptions extends LoadPackOptions {
  /** The version already in use, so that it is not loaded again. */
  readonly initial?: Pack;
  /** A save often writes several files: wait for this much quiet. */
  readonly debounceMs?: number;
  /** How often to look without being told: mounted volumes and network folders send no notices. */
  readonly pollMs?: number;
}

/**
 * Reloads a pack when its folder changes. `onChange` gets the new pack once its files differ and are valid, or the
 * faults while they are not; the old version then stays current. Never keeps the process alive by itself.
 */
export function watchPack(
  dir: string,
  onChange: (result: Result<Pack, PackFault[]>) => void,
  options: WatchPackOptions = {},
): PackWatch {
  let seen = folderFingerprint(dir);
  let current = options.initial;
  if (current === undefined) {
    const loaded = loadPack(dir, options);
    if (loaded.ok) current = loaded.value;
  }
  let closed = false;
  let quiet: NodeJS.Timeout | undefined;

  const look = (): void => {
    const now = folderFingerprint(dir);
    if (closed || now === seen) return;
    seen = now;
    const result = loadPack(dir, options);
    if (result.ok) current = result.value;
    onChange(result);
  };
  const lookSoon = (): void => {
    clearTimeout(quiet);
    if (!closed) quiet = setTimeout(look, options.debounceMs ?? 150).unref();
  };
  const watchers = [dir, join(dir, 'knowledge'), join(dir, 'scripts')].flatMap((each) =>
    notices(each, lookSoon),
  );
  const poll = setInterval(() => {
    if (folderFingerprint(dir) !== seen) lookSoon();
  }, options.pollMs ?? 2000).unref();

  return {
    current: () => current,
    close: () => {
      closed = true;
      clearInterval(poll);
      clearTimeout(quiet);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** Notices are only a faster way: where the system gives none, polling finds the change. */
function notices(dir: string, onNotice: () => void): FSWatcher[] {
  try {
    const watcher = watch(dir, { persistent: false }, onNotice);
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}
