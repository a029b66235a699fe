import fc from 'fast-check';
import { isOpen, type OpeningHours } from '@baton/policy';
import { bank } from '../../testing/bank.js';
import { asksForCallback, callbackWords } from './callback-words.js';
import { callbackDueAt } from './callback-due-at.js';

describe('the words for a callback', () => {
  const words = callbackWords(bank().routing.announce.callbackOffer);

  it.each([
    'callback',
    'Callback.',
    'call back',
    'Callback, please',
    'por favor llámame',
    '«Llámame»',
    'Rückruf!',
  ])('hears %s', (text) => {
    expect(asksForCallback(text, words)).toBe(true);
  });

  it.each(['', 'I got no callback last time', 'do not call back', '0', 'please'])(
    'does not hear %j',
    (text) => {
      expect(asksForCallback(text, words)).toBe(false);
    },
  );
});

describe('when to ring', () => {
  const weekdays: OpeningHours = {
    timezone: 'Europe/London',
    open: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:30' }],
    closed: ['2026-12-25'],
  };

  it('is in a quarter of an hour where that is within hours, else when the queue opens', () => {
    const tuesday = Date.UTC(2026, 8, 8, 10);
    expect(callbackDueAt('always', tuesday)).toBe(tuesday + 900_000);
    expect(callbackDueAt(weekdays, tuesday)).toBe(tuesday + 900_000);
    const saturday = Date.UTC(2026, 8, 12, 10, 7);
    expect(new Date(callbackDueAt(weekdays, saturday)).toISOString()).toBe('2026-09-14T08:00:00.000Z');
  });

  it('is never before a quarter of an hour, and within hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) }), (now) => {
        const due = callbackDueAt(weekdays, now);
        expect(due).toBeGreaterThanOrEqual(now + 900_000);
        expect(isOpen(weekdays, due)).toBe(true);
      }),
    );
  });
});
