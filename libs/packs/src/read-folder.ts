import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '@baton/kernel';
import { maxFileBytes, tooLarge } from './decode-text.js';
import type { PackFault } from './fault.js';
import { nearestName } from './nearest.js';

/** The files every pack has. */
export const requiredFiles = ['bot.yaml', 'escalation.yaml', 'routing.yaml', 'compliance.yaml'] as const;

const topFiles = [...requiredFiles, 'crm.yaml', 'demo.yaml'];

/** The files of a pack folder by relative path with forward slashes, and what is wrong with the folder. */
export interface PackFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly faults: readonly PackFault[];
}

/** Reads what belongs to a pack; names that are near misses are faults, other files are left alone. */
export function readFolder(dir: string): PackFiles {
  const files = new Map<string, Uint8Array>();
  const faults: PackFault[] = [];
  let names: string[];
  try {
    names = listVisible(dir);
  } catch (thrown) {
    return {
      files,
      faults: [fileFault('.', `cannot be read as a folder (${errorCode(thrown)})`, 'a pack folder')],
    };
  }
  const paths = names.filter((name) => topFiles.includes(name));
  for (const name of names.filter((each) => !topFiles.includes(each) && /\.(ya?ml|json)$/.test(each))) {
    const instead = nearestName(name, topFiles) ?? `one of ${topFiles.join(', ')}`;
    faults.push(fileFault(name, 'is no file of a pack', instead));
  }
  for (const [folder, endings] of [
    ['knowledge', ['.md']],
    ['scripts', ['.yaml', '.json']],
  ] as const) {
    if (!names.includes(folder)) continue;
    for (const name of listVisibleOr(join(dir, folder), faults, folder)) {
      const path = `${folder}/${name}`;
      if (endings.some((ending) => name.endsWith(ending))) paths.push(path);
      else
        faults.push(
          fileFault(path, 'is not read, for its name', `a file that ends in ${endings.join(' or ')}`),
        );
    }
  }
  for (const path of paths) readInto(files, faults, dir, path);
  for (const name of requiredFiles.filter((each) => !names.includes(each))) {
    faults.push(fileFault(name, 'is missing', `the file docs/packs.md describes as ${name}`));
  }
  return { files, faults };
}

function readInto(files: Map<string, Uint8Array>, faults: PackFault[], dir: string, path: string): void {
  try {
    const full = join(dir, path);
    if (statSync(full).size > maxFileBytes) faults.push(tooLarge(path));
    else files.set(path, readFileSync(full));
  } catch (thrown) {
    faults.push(fileFault(path, `cannot be read (${errorCode(thrown)})`, 'a readable file'));
  }
}

function listVisibleOr(folder: string, faults: PackFault[], name: string): string[] {
  try {
    return listVisible(folder);
  } catch (thrown) {
    faults.push(fileFault(name, `cannot be read as a folder (${errorCode(thrown)})`, 'a folder'));
    return [];
  }
}

/** Sorted, without hidden files and editors' backups. */
function listVisible(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !/^\.|~$|^#|\.(swp|bak|tmp)$/.test(name))
    .sort();
}

function fileFault(file: string, message: string, instead: string): PackFault {
  return { file, line: 1, column: 1, path: '', message, instead };
}
