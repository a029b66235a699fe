import { resolve } from 'node:path';
import { formatFaults } from './format-faults.js';
import { loadPack } from './load-pack.js';
import { listPacks } from './resolve-pack-dir.js';

const root = resolve(import.meta.dirname, '../../../packs');

describe('every pack that ships', () => {
  it.each(listPacks(root))('%s is valid', (name) => {
    const result = loadPack(resolve(root, name));
    expect(result.ok ? '' : formatFaults(result.error, `packs/${name}`)).toBe('');
  });

  it.each(listPacks(root))('%s has call scripts that must not escalate', (name) => {
    const result = loadPack(resolve(root, name));
    const scripts = result.ok ? result.value.scripts : [];
    const calm = scripts.filter(({ expect: expected }) => expected?.shouldEscalate === false);
    expect(scripts.length).toBeGreaterThanOrEqual(10);
    expect(calm.length).toBeGreaterThanOrEqual(scripts.length / 4);
  });
});
