import { readFileSync } from 'node:fs';
import { compileCondition } from './condition.js';
import { neutralSignals, SIGNAL_NAMES, SIGNALS } from './signals.js';
import { takeSnapshot } from './snapshot.js';

/** `x` names and types of the table in the pack documentation. */
function documented(): Map<string, string> {
  const page = readFileSync(new URL('../../../docs/packs.md', import.meta.url), 'utf8');
  const table = page.slice(page.indexOf('### Signals'), page.indexOf('## routing.yaml'));
  const found = new Map<string, string>();
  for (const row of table.split('\n').filter((line) => line.startsWith('| `'))) {
    const [, names = '', types = ''] = row.split('|');
    const typeList = types.split(',').map((type) => type.trim());
    [...names.matchAll(/`([\w.]+)`/g)].forEach(([, name], i) =>
      found.set(name!, typeList[i] ?? typeList[0]!),
    );
  }
  return found;
}

describe('signals', () => {
  it('has every documented signal with its documented type', () => {
    const types = new Map(SIGNALS.map((signal) => [signal.name, signal.type as string]));
    const missing = [...documented()].filter(([name, type]) => types.get(name) !== type);
    expect(documented().size).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('gives a neutral snapshot that is well typed and within range', () => {
    const { values, faulty } = takeSnapshot(neutralSignals());
    expect(faulty).toBe(false);
    SIGNALS.forEach((signal, index) => {
      expect(values[index]).toBe(signal.neutral);
      if (signal.min !== undefined) expect(signal.neutral).toBeGreaterThanOrEqual(signal.min);
      if (signal.max !== undefined) expect(signal.neutral).toBeLessThanOrEqual(signal.max);
    });
  });

  it('declares every name to CEL', () => {
    for (const name of SIGNAL_NAMES)
      expect(compileCondition(`${name} == ${name}`)).toMatchObject({ ok: true });
  });

  it('marks what is missing or of another type, and never throws', () => {
    const signals = { ...neutralSignals(), topics: null, turn: { index: 1.5 } } as never;
    const { values, faulty } = takeSnapshot(signals);
    expect(faulty).toBe(true);
    expect(values[SIGNAL_NAMES.indexOf('topics.fraud')]).toBeUndefined();
    expect(values[SIGNAL_NAMES.indexOf('turn.index')]).toBeUndefined();
    expect(values[SIGNAL_NAMES.indexOf('channel')]).toBe('phone');
  });
});
