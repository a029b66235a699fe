import fc from 'fast-check';
import { decodePacket } from './decode-conversation.js';
import { decodeLiveMessage } from './live-message.js';
import { decodeTrail } from './decode-trail.js';
import { decodeStatus, decodeTenant } from './decode-workforce.js';
import { number, word } from './wire.js';

describe('what comes over the wire', () => {
  it('is a number whether it came as one or as text', () => {
    expect([number(7), number('7'), number(''), number('x'), number(null), number(undefined)]).toEqual([
      7, 7, 0, 0, 0, 0,
    ]);
  });

  it('is the same word as an enum and as a short name', () => {
    expect(word('VERDICT_OFFER_HUMAN', 'VERDICT_')).toBe('offer-human');
    expect(word('offer-human', 'VERDICT_')).toBe('offer-human');
    expect(word('VERDICT_UNSPECIFIED', 'VERDICT_')).toBe('');
  });

  it('never breaks a page, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('offer', 'turn', 'packet', 'event', 'handoff'),
        (value, type) => {
          for (const decode of [decodePacket, decodeTrail, decodeTenant, decodeStatus]) decode(value);
          decodeLiveMessage({ type, turn: value, packet: value, event: value, handoff: value });
        },
      ),
    );
  });
});
