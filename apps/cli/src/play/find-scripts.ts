import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatFaults, loadCallScript, type CallScript } from '@baton/packs';
import { CliError } from '../cli-error.js';

/** Call scripts of files and folders, in the order given. Exit 2 with every fault of every file. */
export function findScripts(paths: readonly string[]): CallScript[] {
  const faults: string[] = [];
  const scripts = paths.flatMap(scriptFiles).flatMap((file) => {
    const loaded = loadCallScript(file, readFileSync(file, 'utf8'));
    if (loaded.ok) return [loaded.value];
    faults.push(formatFaults(loaded.error));
    return [];
  });
  if (faults.length > 0) throw new CliError(2, faults.join('\n'));
  if (scripts.length === 0)
    throw new CliError(2, 'no call scripts there; name *.yaml or *.json files, or a folder of them');
  return scripts;
}

function scriptFiles(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found)
    throw new CliError(
      2,
      `${path}: there is no such file; name a call script (*.yaml, *.json) or a folder of them`,
    );
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .sort()
    .map((name) => join(path, name));
}
