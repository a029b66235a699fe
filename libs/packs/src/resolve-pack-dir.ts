import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BatonError, err, ok } from '@baton/kernel';
import type { Result } from '@baton/kernel';
import { nearestName } from './nearest.js';

/**
 * The folder of a pack. A bare name means a pack in `packsRoot` first; anything else, or a name that is not there, is a
 * folder. Fails with code `pack-not-found` and says which packs there are.
 */
export function resolvePackDir(nameOrFolder: string, packsRoot: string): Result<string, BatonError> {
  const bare = /^[A-Za-z0-9][\w.-]*$/.test(nameOrFolder);
  const candidates = [...(bare ? [join(packsRoot, nameOrFolder)] : []), resolve(nameOrFolder)];
  const found = nameOrFolder === '' ? undefined : candidates.find(isPackDir);
  if (found !== undefined) return ok(found);
  const names = listPacks(packsRoot);
  const nearest = nearestName(nameOrFolder, names);
  const hint = nearest === undefined ? `one of ${names.join(', ')}, or a folder with a bot.yaml` : nearest;
  return err(new BatonError('pack-not-found', `there is no pack \`${nameOrFolder}\`; write: ${hint}`));
}

/** The names of the packs in a folder, sorted. */
export function listPacks(packsRoot: string): string[] {
  if (!existsSync(packsRoot)) return [];
  return readdirSync(packsRoot)
    .filter((name) => isPackDir(join(packsRoot, name)))
    .sort();
}

function isPackDir(dir: string): boolean {
  return existsSync(join(dir, 'bot.yaml'));
}
