import fc from 'fast-check';
import { nestSignals, SIGNALS, type Signals, type SignalValue } from './signals.js';

/** Any well-typed snapshot, with counts kept small so that rules do fire. */
export const arbitrarySignals: fc.Arbitrary<Signals> = fc
  .tuple(
    ...SIGNALS.map((signal): fc.Arbitrary<SignalValue> => {
      const { type, min = 0, max } = signal;
      if (type === 'bool') return fc.boolean();
      if (type === 'int') return fc.integer({ min, max: max ?? 6 });
      if (type === 'double') return fc.double({ min, max: max ?? 1, noNaN: true });
      return fc.oneof(fc.constantFrom(...(signal.values ?? ['', 'en', 'gold'])), fc.string({ maxLength: 8 }));
    }),
  )
  .map((values) => nestSignals(values));
