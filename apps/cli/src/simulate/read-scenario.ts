import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, resolve } from 'node:path';
import { formatFaults, loadSimulation, type Pack, type Simulation } from '@baton/packs';
import { CliError } from '../cli-error.js';
import { openPack } from '../open-pack.js';

/** More is refused unread, bytes. */
const mostBytes = 1_048_576;

/**
 * A scenario with its pack: that of the option, else the one the file names (a name, or a folder seen from the file), else the pack the
 * file lies in (`packs/mine/simulations/day.yaml`), else the starter. Exit 2 with file, line and what to write instead.
 */
export function readScenario(
  file: string,
  packOption: string | undefined,
): { readonly simulation: Simulation; readonly pack: Pack } {
  const loaded = loadSimulation(file, bytesOf(file));
  if (!loaded.ok) throw new CliError(2, formatFaults(loaded.error));
  const { simulation, faultsAgainst } = loaded.value;
  const pack = openPack(packOption ?? packOf(simulation, file));
  const faults = faultsAgainst(pack.routing);
  if (faults.length > 0) throw new CliError(2, formatFaults(faults));
  return { simulation, pack };
}

function bytesOf(file: string): Uint8Array {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile())
    throw new CliError(2, `${file}: there is no such file; name a scenario (docs/simulate.md describes it)`);
  if (found.size > mostBytes)
    throw new CliError(
      2,
      `${file}:1:1  is larger than 1 MB  …  write: less; kinds of calls and groups of agents, not single ones`,
    );
  try {
    return readFileSync(file);
  } catch {
    throw new CliError(2, `${file}: cannot be read; name a readable file`);
  }
}

function packOf({ pack }: Simulation, file: string): string {
  const folder = dirname(resolve(file));
  if (pack !== undefined) {
    return /^[a-z0-9-]+$/.test(pack) || isAbsolute(pack) ? pack : resolve(folder, pack);
  }
  return basename(folder) === 'simulations' ? dirname(folder) : 'starter';
}
