import fc from 'fast-check';
import { cleanText, maxTurnBytes } from './clean-text.js';

describe('the text of a turn', () => {
  it('keeps what people say', () => {
    expect(cleanText('¿Dónde está mi tarjeta? 💳')).toBe('¿Dónde está mi tarjeta? 💳');
  });

  it('loses outer white space and control characters', () => {
    expect(cleanText(' \u0007my\u0000card\u0085\t\r\n')).toBe('my card');
  });

  it('has no lone surrogate', () => {
    expect(cleanText('a\ud800b')).toBe('a\ufffdb');
  });

  it('is refused beyond 64 KiB, counted as UTF-8', () => {
    expect(cleanText('a'.repeat(maxTurnBytes))).toHaveLength(maxTurnBytes);
    expect(() => cleanText('é'.repeat(maxTurnBytes / 2 + 1))).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });

  it('is clean whatever comes, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const clean = cleanText(text);
        expect(clean.isWellFormed()).toBe(true);
        expect([...clean].every((character) => !/\p{Cc}/u.test(character))).toBe(true);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});
