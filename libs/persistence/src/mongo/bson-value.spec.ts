import fc from 'fast-check';
import { fromBson, toBson } from './bson-value.js';

describe('bodies in MongoDB', () => {
  const odd = fc.constantFrom(
    'a.b',
    '$set',
    '%',
    '%25',
    '%2E',
    '',
    '__proto__',
    'constructor',
    '\0',
    'plain',
  );
  const member = fc.tuple(fc.oneof(odd, fc.string()), fc.jsonValue());

  it('come back as they were, whatever their member names', () => {
    fc.assert(
      fc.property(fc.array(member), (members) => {
        const body: unknown = JSON.parse(JSON.stringify(Object.fromEntries(members)));
        expect(fromBson(toBson(body))).toEqual(body);
      }),
    );
  });

  it('hold no name MongoDB reserves', () => {
    fc.assert(
      fc.property(fc.array(member), (members) => {
        const names = Object.keys(toBson(Object.fromEntries(members)) as object);
        expect(names.filter((name) => name === '' || name === '__proto__' || /[.$\0]/.test(name))).toEqual(
          [],
        );
      }),
    );
  });

  it('leave out what JSON leaves out', () => {
    const body = { a: undefined, b: [undefined, Number.NaN], c: new Date(0), d: () => 1, e: -0 };
    expect(toBson(body)).toEqual({ b: [null, null], c: '1970-01-01T00:00:00.000Z', e: 0 });
  });
});
