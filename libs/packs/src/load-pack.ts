import { basename, resolve } from 'node:path';
import { err, ok } from '@baton/kernel';
import type { Result } from '@baton/kernel';
import { checkPack } from './check-pack.js';
import type { PackFault } from './fault.js';
import { sortFaults } from './fault.js';
import type { Pack } from './pack.js';
import { packSha256 } from './pack-sha256.js';
import { readFolder } from './read-folder.js';
import type { ValidateEscalation, ValidateRouting } from './validate-escalation.js';

/** How to load a pack. */
export interface LoadPackOptions {
  readonly validateEscalation?: ValidateEscalation;
  readonly validateRouting?: ValidateRouting;
  /** False: `demo.yaml` is not even read. */
  readonly demo?: boolean;
  /** Contents that stand in for files of the folder, by path in the pack: what the pack would be with them. */
  readonly instead?: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads and checks a pack folder. Either the whole pack is valid or every fault of it is reported, sorted by file and
 * line; it never throws for what the folder holds.
 */
export function loadPack(dir: string, options: LoadPackOptions = {}): Result<Pack, PackFault[]> {
  const { files: all, faults: folderFaults } = readFolder(dir);
  const kept = [...all].filter(([path]) => options.demo !== false || path !== 'demo.yaml');
  const files = new Map([...kept, ...(options.instead ?? [])]);
  const { parts, faults } = checkPack(files, options.validateEscalation, options.validateRouting);
  const every = [...folderFaults, ...faults];
  if (parts === undefined || every.length > 0) return err(sortFaults(every));
  return ok({ name: basename(resolve(dir)), dir, sha256: packSha256(files), ...parts });
}
