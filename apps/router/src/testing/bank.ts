import { fileURLToPath } from 'node:url';
import { loadPack, type Pack } from '@baton/packs';
import { BatonError } from '@baton/kernel';

let loaded: Pack | undefined;

/** The bank pack that ships. */
export function bank(): Pack {
  if (loaded) return loaded;
  const result = loadPack(fileURLToPath(new URL('../../../../packs/bank', import.meta.url)), {
    validateEscalation: () => [],
  });
  if (!result.ok) throw new BatonError('invalid-pack', result.error.map(({ message }) => message).join('\n'));
  loaded = result.value;
  return loaded;
}
