import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { silentLogger } from '@baton/telemetry';
import { readConfig, type Config } from './config.js';
import { loadPacks } from './load-packs.js';

const shipped = resolve(import.meta.dirname, '../../../packs');

function configOf(packs: string, packsDir = shipped): Config {
  const config = readConfig({ BATON_PACK: packs, BATON_PACKS_DIR: packsDir });
  if (!config.ok) throw new Error('the configuration is valid');
  return config.value;
}

describe('the packs of a process', () => {
  const dir = mkdtempSync(join(tmpdir(), 'baton-packs-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('are loaded by name, their policies compiled', () => {
    const packs = loadPacks(configOf('bank,starter'), silentLogger, true);
    packs.close();
    expect(packs.registry.tenants()).toEqual(['bank', 'starter']);
    expect(packs.registry.current('bank').demo).toBeDefined();
  });

  it('leave the demo out where it is not wanted', () => {
    const packs = loadPacks(configOf('bank'), silentLogger, false);
    packs.close();
    expect(packs.registry.current('bank').demo).toBeUndefined();
  });

  it('are refused with every fault of every pack, each with file, line and what to write', () => {
    const broken = join(dir, 'broken');
    cpSync(join(shipped, 'starter'), broken, { recursive: true });
    const rules = join(broken, 'escalation.yaml');
    writeFileSync(rules, readFileSync(rules, 'utf8').replace(/when: .*/, 'when: topics.fruad >= 0.5'));
    const load = () => loadPacks(configOf(`${broken},no-such-pack`), silentLogger, true);
    expect(load).toThrow(expect.objectContaining({ code: 'invalid-pack' }));
    expect(load).toThrow(/escalation\.yaml:\d+/);
    expect(load).toThrow(/topics\.fraud/);
    expect(load).toThrow(/no-such-pack/);
  });
});
