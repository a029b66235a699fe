import { BatonError, type Result } from '@baton/kernel';
import {
  formatFaults,
  loadPack,
  resolvePackDir,
  watchPack,
  type Pack,
  type PackFault,
  type ValidateEscalation,
  type ValidateRouting,
} from '@baton/packs';
import { compilePolicy, compileRouting } from '@baton/policy';
import { count, type Logger } from '@baton/telemetry';
import type { Config } from './config.js';
import { PackRegistry } from './pack-registry.js';

/** The packs of a process, kept current with their folders. */
export interface LoadedPacks {
  readonly registry: PackRegistry;
  /** Stops watching. */
  close(): void;
}

/**
 * Loads every pack of the configuration and watches its folder. Throws `invalid-pack` with all faults of all packs, each with
 * file, line and what to write. A later change that does not validate is logged and the old version stays.
 */
export function loadPacks(config: Config, logger: Logger, demo: boolean): LoadedPacks {
  const registry = new PackRegistry();
  const options = { validateEscalation, validateRouting, demo };
  const faults: string[] = [];
  const loaded: Pack[] = [];
  for (const name of config.packs) {
    const dir = resolvePackDir(name, config.packsDir);
    if (!dir.ok) {
      faults.push(dir.error.message);
      continue;
    }
    const pack = loadPack(dir.value, options);
    if (pack.ok) loaded.push(pack.value);
    else faults.push(formatFaults(pack.error, dir.value));
  }
  if (faults.length > 0) throw new BatonError('invalid-pack', faults.join('\n'));
  loaded.forEach((pack) => registry.put(pack));
  const watches = loaded.map((pack) =>
    watchPack(pack.dir, (result) => onReload(result, pack, registry, logger), { ...options, initial: pack }),
  );
  return { registry, close: () => watches.forEach((watch) => watch.close()) };
}

/** What the policy engine has to say of a pack's rules. */
export const validateEscalation: ValidateEscalation = (source, pack) => {
  const compiled = compilePolicy(source, pack);
  return compiled.ok ? [] : compiled.error;
};

/** The same for the weights of its queues. */
export const validateRouting: ValidateRouting = (routing) => {
  const compiled = compileRouting(routing);
  return compiled.ok ? [] : compiled.error;
};

function onReload(
  result: Result<Pack, PackFault[]>,
  before: Pack,
  registry: PackRegistry,
  logger: Logger,
): void {
  if (!result.ok) {
    const faults = formatFaults(result.error, before.dir);
    registry.refuse(before.name, faults);
    count('baton.pack.changes', { tenant: before.name, outcome: 'refused' });
    logger.error({ pack: before.name, faults }, 'the changed pack is not valid; the old version stays');
    return;
  }
  // Only scripts changed, or a refused change was taken back: the version is the same.
  if (result.value.sha256 !== registry.current(before.name).sha256)
    count('baton.pack.changes', { tenant: before.name, outcome: 'taken' });
  registry.put(result.value);
  logger.info({ pack: before.name, sha256: result.value.sha256 }, 'pack reloaded');
}
