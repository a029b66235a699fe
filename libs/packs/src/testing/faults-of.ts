import type { PackFault } from '../fault.js';
import { loadPack } from '../load-pack.js';
import { withPack } from './small-pack.js';

/** The files of a pack by path. */
export type Files = Record<string, string | Uint8Array>;

/** Every fault that loading these files reports. */
export function faultsOf(files: Files): PackFault[] {
  return withPack(files, (dir) => {
    const result = loadPack(dir);
    return result.ok ? [] : result.error;
  });
}

/** A fault on one line: place, path, message and remedy. */
export function brief({ file, line, column, path, message, instead }: PackFault): string {
  return `${file}:${line}:${column} ${path} | ${message} | ${instead}`;
}
