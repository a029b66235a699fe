import fc from 'fast-check';
import { nextChange } from './next-opening.js';
import { isOpen } from './opening-hours.js';
import type { WeeklyHours } from './routing-policy.js';

const at = (iso: string): number => Date.parse(iso);
const shift: WeeklyHours = {
  timezone: 'Europe/London',
  open: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }],
  closed: ['2026-12-25'],
};

describe('nextChange', () => {
  it.each([
    ['the end of a shift', '2026-01-05T12:00:00Z', '2026-01-05T17:00:00Z'],
    ['the start of the next', '2026-01-05T17:00:00Z', '2026-01-06T09:00:00Z'],
    ['over the weekend', '2026-01-09T18:00:00Z', '2026-01-12T09:00:00Z'],
    ['over a holiday', '2026-12-24T18:00:00Z', '2026-12-28T09:00:00Z'],
    ['into summer time, an hour earlier in UTC', '2026-03-27T18:00:00Z', '2026-03-30T08:00:00Z'],
  ])('finds %s', (_, from, to) =>
    expect(new Date(nextChange(shift, at(from))).toISOString()).toBe(new Date(to).toISOString()),
  );

  it('says to ask again in a day where hours never open', () => {
    expect(nextChange({ timezone: 'UTC', open: [] }, at('2026-01-05T12:00:00Z'))).toBe(
      at('2026-01-06T12:00:00Z'),
    );
  });

  it('leaves nothing out: until then the hours stay as they are', () => {
    const minutes = fc.integer({ min: 0, max: 28 }).map((half) => half * 48);
    const hours = fc.record({
      timezone: fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'UTC'),
      open: fc.array(
        fc.record({
          days: fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const, { minLength: 1 }),
          from: minutes.map(clock),
          to: minutes.map(clock),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 400 * 24 * 60 }), (weekly, minute) => {
        const now = at('2026-01-01T00:00:00Z') + minute * 60_000;
        const then = nextChange(weekly, now);
        const open = isOpen(weekly, now);
        for (let n = 1; n < 12; n += 1) {
          expect(isOpen(weekly, Math.floor(now + ((then - now) * n) / 12))).toBe(open);
        }
        if (then !== now + 86_400_000) expect(isOpen(weekly, then)).toBe(!open);
      }),
      { numRuns: 60 },
    );
  });
});

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
