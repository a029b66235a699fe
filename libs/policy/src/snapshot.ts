import { SIGNALS, type Signals, type SignalValue } from './signals.js';

/** Signal values in catalogue order; `undefined` where the value is missing or not of the signal's type. */
export interface Snapshot {
  readonly values: readonly (SignalValue | undefined)[];
  /** Whether any value is undefined, so that the usual case needs no look at each. */
  readonly faulty: boolean;
}

/** In UTF-16 units. Texts are names and codes; a longer one is no signal, and searching it in every rule would cost time. */
const LONGEST_TEXT = 512;

interface Slot {
  readonly group: string;
  readonly field: string | undefined;
  readonly type: 'int' | 'double' | 'bool' | 'string';
}

const SLOTS: readonly Slot[] = SIGNALS.map((signal) => {
  const [group, field] = signal.name.split('.') as [string, string | undefined];
  return { group, field, type: signal.type };
});

/** Reads nested signals into catalogue order. Never throws, whatever it is given. */
export function takeSnapshot(signals: Signals): Snapshot {
  const nested = signals as unknown as Readonly<
    Record<string, Readonly<Record<string, unknown>> | undefined>
  >;
  const values: (SignalValue | undefined)[] = new Array<SignalValue | undefined>(SLOTS.length);
  let faulty = false;
  for (let index = 0; index < SLOTS.length; index++) {
    const { group, field, type } = SLOTS[index]!;
    const value = wellTyped(field === undefined ? nested[group] : nested[group]?.[field], type);
    if (value === undefined) faulty = true;
    values[index] = value;
  }
  return { values, faulty };
}

function wellTyped(value: unknown, type: Slot['type']): SignalValue | undefined {
  if (typeof value === 'number') {
    if (type === 'int') return Number.isSafeInteger(value) ? value + 0 : undefined;
    // Adding zero turns -0 into 0: JSON has no -0, and a replay must see what the decision saw.
    return type === 'double' && Number.isFinite(value) ? value + 0 : undefined;
  }
  if (typeof value === 'boolean') return type === 'bool' ? value : undefined;
  return typeof value === 'string' && type === 'string' && value.length <= LONGEST_TEXT ? value : undefined;
}
