import fc from 'fast-check';
import { checkMoveLink, createMoveLink, findMoveLink, linkLifeMs, readMoveLink } from './move-link.js';

const key = new Uint8Array(32).fill(3);
const now = Date.parse('2026-11-28T12:00:00Z');
const link = {
  conversationId: '0f8fad5b-d9cb-869f-8165-70867728950e',
  expiresAt: (now + linkLifeMs) / 1000,
  nonce: '0011223344556677',
};
const token = createMoveLink(key, link, 'C-1');
const call = { customerId: 'C-1', usedLinks: [] as string[] };

describe('a signed link', () => {
  it('leads to its conversation', () => {
    expect(readMoveLink(token)).toEqual({ ok: true, value: link });
    expect(checkMoveLink(key, token, call, now)).toEqual({ ok: true, value: link });
  });

  it.each([
    ['of another customer', key, token, { ...call, customerId: 'C-2' }, now, 'link-invalid'],
    ['under another key', new Uint8Array(32), token, call, now, 'link-invalid'],
    ['that is over', key, token, call, now + linkLifeMs, 'link-expired'],
    ['that was used', key, token, { ...call, usedLinks: [link.nonce] }, now, 'link-used'],
    ['cut short', key, token.slice(0, -1), call, now, 'link-invalid'],
    ['made up', key, 'BT-hello', call, now, 'link-invalid'],
    ['without its mark', key, token.slice(3), call, now, 'link-invalid'],
  ] as const)('%s leads nowhere', (_, withKey, text, of, at, fault) => {
    expect(checkMoveLink(withKey, text, of, at)).toEqual({ ok: false, error: fault });
  });

  it('cannot be changed in any bit', () => {
    fc.assert(
      fc.property(fc.nat(44 * 8 - 1), (bit) => {
        const bytes = Buffer.from(token.slice(3), 'base64url');
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        const forged = `BT-${bytes.toString('base64url')}`;
        expect(checkMoveLink(key, forged, call, now)).toEqual({ ok: false, error: 'link-invalid' });
      }),
    );
  });

  it.each([token, `please ${token}`, `${token}\nthanks`, `https://bank.example/move?t=${token}`])(
    'is found in what somebody sends: %s',
    (text) => {
      expect(findMoveLink(text)).toBe(token);
    },
  );

  it('is not found where there is none, and never throws', () => {
    expect(findMoveLink(`${token}x`)).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (text) => {
        findMoveLink(text);
        checkMoveLink(key, text, call, now);
      }),
    );
  });

  it('fits an SMS', () => {
    expect(token.length).toBeLessThan(70);
  });
});
