import fc from 'fast-check';
import { delimitedRecords } from './delimited.js';

const read = (text: string, separator: ',' | '\t' = ',') =>
  [
    ...delimitedRecords(text, separator, ({ line, problem }) => {
      throw new Error(`${line}: ${problem}`);
    }),
  ].map(({ line, fields }) => [line, ...fields]);

describe('delimited records', () => {
  it('keeps separators, line ends and doubled quotes of a quoted field', () => {
    expect(read('text,category\n"lost, I think\nmy ""gold"" card",lost_card\r\nlast,x')).toEqual([
      [1, 'text', 'category'],
      [2, 'lost, I think\nmy "gold" card', 'lost_card'],
      [4, 'last', 'x'],
    ]);
  });

  it('takes a quote inside a bare field as it stands, and skips a byte order mark and empty lines', () => {
    expect(read('\ufeffa\t5" screen\n\nb\t\n', '\t')).toEqual([
      [1, 'a', '5" screen'],
      [3, 'b', ''],
    ]);
  });

  it('says where a quote never closes or text follows one', () => {
    expect(() => read('a,b\n"c,d\ne,f')).toThrow('2: a quote that never closes');
    expect(() => read('"a"b,c')).toThrow('1: text after a closing quote');
  });

  it('reads back whatever was quoted', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\t', ' ') });
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (records) => {
        const text = records
          .map((record) => record.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(read(text).map(([, ...fields]) => fields)).toEqual(records);
      }),
    );
  });
});
