import fc from 'fast-check';
import { isSignalOwed, signalEveryMs, type Heard } from './owed.js';

const heard = (change: Partial<Heard>): Heard => ({ phase: 'bot', onHold: false, at: 0, ...change });

describe('a sign of life', () => {
  it('is owed to who waits, is on hold, or has asked and heard nothing', () => {
    for (const owed of [
      heard({ phase: 'waiting' }),
      heard({ phase: 'agent', onHold: true }),
      heard({ phase: 'bot', lastSpeaker: 'customer' }),
    ]) {
      expect(isSignalOwed(owed, signalEveryMs - 1)).toBe(false);
      expect(isSignalOwed(owed, signalEveryMs)).toBe(true);
    }
  });

  it('is not owed where it is the caller’s turn, where two people talk, or after the end', () => {
    for (const quiet of [
      heard({ phase: 'bot', lastSpeaker: 'bot' }),
      heard({ phase: 'agent', lastSpeaker: 'customer' }),
      heard({ phase: 'ended' }),
    ])
      expect(isSignalOwed(quiet, 60_000)).toBe(false);
  });

  it('keeps the silence below five seconds for who waits, looked at every half second from any moment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 499 }),
        fc.array(fc.nat(9_000), { maxLength: 8 }),
        (phase, said) => {
          const told = [...said].sort((a, b) => a - b);
          let at = 0;
          let longest = 0;
          for (let now = phase; now < 12_000; now += 500) {
            while (told[0] !== undefined && told[0] <= now) at = Math.max(at, told.shift()!);
            longest = Math.max(longest, now - at);
            if (isSignalOwed(heard({ phase: 'waiting', at }), now)) at = now;
          }
          expect(longest).toBeLessThan(5_000);
        },
      ),
    );
  });
});
