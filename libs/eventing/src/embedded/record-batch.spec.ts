import fc from 'fast-check';
import { decodeBatch, encodeBatch } from './record-batch.js';

const records = fc.array(
  fc.record({
    key: fc.string({ unit: 'grapheme' }),
    headers: fc.dictionary(
      fc.string({ unit: 'grapheme' }).filter((name) => name !== '__proto__'),
      fc.string({ unit: 'grapheme' }),
      { noNullPrototype: true },
    ),
    value: fc.uint8Array(),
  }),
  { minLength: 1, maxLength: 20 },
);

describe('a batch of records in one row', () => {
  it('decodes to what was encoded', () => {
    fc.assert(
      fc.property(records, fc.nat(), (some, base) => {
        const stored = some.map((record, index) => ({ ...record, offset: base + index }));
        expect(decodeBatch(encodeBatch(stored), base)).toEqual(stored);
      }),
    );
  });

  it('is refused where the columns do not fit together', () => {
    const batch = encodeBatch([{ offset: 0, key: 'k', headers: { a: 'b' }, value: new Uint8Array(8) }]);
    expect(() => decodeBatch({ ...batch, data: new Uint8Array(7) }, 0)).toThrow('offset 0');
  });
});
