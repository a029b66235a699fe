import { readFileSync } from 'node:fs';
import { formatFaults, loadPack, type Pack } from '@baton/packs';
import { CliError } from '../cli-error.js';
import { packDir, validateEscalation, validateRouting } from '../open-pack.js';

/**
 * The pack as it would be with another `escalation.yaml`. Exit 2 with file, line and what to write where that policy does not fit
 * the pack.
 */
export function packWithPolicy(pack: string, policyFile: string): Pack {
  const dir = packDir(pack);
  const loaded = loadPack(dir, {
    validateEscalation,
    validateRouting,
    instead: new Map([['escalation.yaml', policyBytes(policyFile)]]),
  });
  if (loaded.ok) return loaded.value;
  const [inPolicy, elsewhere] = [true, false].map((wanted) =>
    loaded.error.filter(({ file }) => (file === 'escalation.yaml') === wanted),
  ) as [typeof loaded.error, typeof loaded.error];
  const faults = [
    formatFaults(inPolicy.map((fault) => ({ ...fault, file: policyFile }))),
    formatFaults(elsewhere, dir),
  ];
  throw new CliError(2, faults.filter((text) => text !== '').join('\n'));
}

export function policyBytes(policyFile: string): Uint8Array {
  try {
    return readFileSync(policyFile);
  } catch {
    throw new CliError(2, `${policyFile}: cannot be read; --policy names a file like escalation.yaml`);
  }
}
