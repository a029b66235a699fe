import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadPack, type Pack } from '@baton/packs';
import { openEmbeddedStore, type DocumentStore } from '@baton/persistence';
import { silentLogger } from '@baton/telemetry';
import { PackRegistry } from './pack-registry.js';
import { keepPackVersions } from './pack-versions.js';

const loaded = loadPack(resolve(import.meta.dirname, '../../../packs/starter'));
if (!loaded.ok) throw new Error('the starter pack loads');
const starter = loaded.value;
const version = (sha256: string, change: Partial<Pack> = {}): Pack => ({ ...starter, sha256, ...change });

describe('the versions of a pack', () => {
  const dir = mkdtempSync(join(tmpdir(), 'baton-versions-'));
  let store: DocumentStore;
  let now = 0;
  beforeAll(async () => {
    store = await openEmbeddedStore({ file: join(dir, 'store.db') });
  });
  afterAll(async () => {
    await store.close();
    rmSync(dir, { recursive: true, force: true });
  });

  /** A process that begins on one version and sees others come. */
  async function process(first: Pack, ...later: Pack[]): Promise<PackRegistry> {
    const registry = new PackRegistry();
    registry.put(first);
    const versions = await keepPackVersions(store, registry, () => (now += 1), silentLogger);
    for (const pack of later) registry.put(pack);
    await versions.close();
    return registry;
  }

  it('are found by a process that starts later, on another version', async () => {
    await process(version('one'), version('two'));
    const registry = await process(version('three'));
    expect(registry.current('starter').sha256).toBe('three');
    const old = registry.version('starter', 'one');
    expect(old.sha256).toBe('one');
    expect({ ...old, scripts: starter.scripts, demo: starter.demo }).toEqual(version('one'));
    expect(registry.version('starter', 'two').sha256).toBe('two');
  });

  it('are kept once, whoever sees them again', async () => {
    await process(version('one'), version('two'), version('one'));
    const versions = await store.collection({ name: 'platform_pack_version' });
    expect(await versions.count()).toBe(3);
  });

  it('are another tenant’s business', async () => {
    const registry = await process(version('own', { name: 'shop' }));
    expect(registry.version('shop', 'one').sha256).toBe('own');
  });

  it('are left out where their policy cannot be used any more', async () => {
    const [rule] = starter.escalation.rules;
    const escalation = { ...starter.escalation, rules: [{ ...rule!, when: 'signal.of.old' }] };
    await process(version('four', { escalation }));
    const registry = await process(version('five'));
    expect(registry.version('starter', 'four').sha256).toBe('five');
  });
});
