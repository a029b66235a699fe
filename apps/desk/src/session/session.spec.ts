import fc from 'fast-check';
import { openSession, signSession } from './session.js';

const key = Buffer.from('a key of thirty-two bytes or more');
const session = { agentId: 'agent-amira', tenant: 'bank', role: 'agent' as const, exp: 2_000 };

describe('a signed session', () => {
  it('opens with its key until it is over', () => {
    const text = signSession(session, key);
    expect(openSession(text, key, 1_999)).toEqual(session);
    expect(openSession(text, key, 2_000)).toBeUndefined();
    expect(openSession(text, Buffer.from('another key'), 1_000)).toBeUndefined();
  });

  it('does not open after any change of its text', () => {
    const text = signSession(session, key);
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.constantFrom(...'abcXYZ019-_.'), (at, character) => {
        fc.pre(text[at] !== character);
        expect(openSession(text.slice(0, at) + character + text.slice(at + 1), key, 1_000)).toBeUndefined();
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(openSession(text, key, 0)).toBeUndefined();
      }),
    );
  });
});
