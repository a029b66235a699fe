import type { Pack } from '@baton/packs';
import { PackRegistry, perPackVersion } from './pack-registry.js';

const pack = (name: string, sha256: string) => ({ name, sha256 }) as Pack;

describe('the packs a process serves', () => {
  it('are tenants in the order they were named; a reload changes no order', () => {
    const registry = new PackRegistry();
    for (const [name, sha256] of [
      ['bank', 'b1'],
      ['health', 'h1'],
      ['bank', 'b2'],
    ] as const)
      registry.put(pack(name, sha256));
    expect(registry.tenants()).toEqual(['bank', 'health']);
    expect(registry.current('bank').sha256).toBe('b2');
  });

  it('keep the version a conversation began under', () => {
    const registry = new PackRegistry();
    registry.put(pack('bank', 'b1'));
    registry.put(pack('bank', 'b2'));
    expect(registry.version('bank', 'b1').sha256).toBe('b1');
    expect(registry.version('bank', 'of-an-earlier-process').sha256).toBe('b2');
  });

  it('are known by name, or the tenant is told which there are', () => {
    const registry = new PackRegistry();
    registry.put(pack('bank', 'b1'));
    expect(() => registry.current('shop')).toThrow(
      expect.objectContaining({ code: 'not-found', message: expect.stringContaining('bank') }),
    );
  });

  it('are told to whoever wants to prepare for them', () => {
    const registry = new PackRegistry();
    const seen: string[] = [];
    registry.put(pack('bank', 'b1'));
    registry.onPut(({ sha256 }) => seen.push(sha256));
    registry.put(pack('bank', 'b2'));
    expect(seen).toEqual(['b2']);
  });
});

describe('what is derived from a pack', () => {
  it('is made once per version', () => {
    let made = 0;
    const derive = perPackVersion(({ sha256 }) => `${sha256}:${(made += 1)}`);
    expect([pack('a', '1'), pack('a', '1'), pack('a', '2'), pack('b', '1')].map(derive)).toEqual([
      '1:1',
      '1:1',
      '2:2',
      '1:1',
    ]);
  });
});
