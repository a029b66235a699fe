import { chooseQueue } from './choose-queue.js';
import { isOpen, minuteOf } from './opening-hours.js';
import type { RoutingPolicy, WeeklyHours } from './routing-policy.js';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const london: WeeklyHours = {
  timezone: 'Europe/London',
  open: [{ days: weekdays, from: '08:00', to: '20:00' }],
  closed: ['2026-12-25'],
};
const at = (iso: string): number => Date.parse(iso);

describe('isOpen', () => {
  it.each([
    ['a winter morning', '2026-01-05T08:00:00Z', true],
    ['a minute before', '2026-01-05T07:59:59Z', false],
    ['summer time, an hour earlier in UTC', '2026-07-06T07:00:00Z', true],
    ['closing time', '2026-01-05T20:00:00Z', false],
    ['a Saturday', '2026-01-10T12:00:00Z', false],
    ['a closed date', '2026-12-25T12:00:00Z', false],
  ])('knows %s', (_, iso, open) => expect(isOpen(london, at(iso))).toBe(open));

  it('lets a window that runs past midnight belong to the day it starts on', () => {
    const night: WeeklyHours = {
      timezone: 'America/New_York',
      open: [{ days: ['fri'], from: '22:00', to: '02:00' }],
      closed: ['2026-01-16'],
    };
    expect(isOpen(night, at('2026-01-10T06:59:00Z'))).toBe(true);
    expect(isOpen(night, at('2026-01-10T07:00:00Z'))).toBe(false);
    expect(isOpen(night, at('2026-01-09T06:00:00Z'))).toBe(false);
    expect(isOpen(night, at('2026-01-17T06:00:00Z'))).toBe(false);
  });

  it('takes 24:00 and equal times as the whole day', () => {
    for (const to of ['24:00', '00:00']) {
      const hours: WeeklyHours = { timezone: 'UTC', open: [{ days: ['mon'], from: '00:00', to }] };
      expect(isOpen(hours, at('2026-01-05T00:00:00Z'))).toBe(true);
      expect(isOpen(hours, at('2026-01-05T23:59:59Z'))).toBe(true);
      expect(isOpen(hours, at('2026-01-06T00:00:00Z'))).toBe(false);
    }
  });

  it('refuses a time zone or time that is none', () => {
    expect(() => isOpen({ ...london, timezone: 'Europe/Londn' }, 0)).toThrow(/not an IANA time zone/);
    expect(() => minuteOf('8:00')).toThrow(/not a time/);
    expect(() => minuteOf('24:01')).toThrow(/not a time/);
  });
});

describe('chooseQueue', () => {
  const routing: RoutingPolicy = {
    queues: [
      { name: 'fraud', skills: ['fraud'], serves: ['fraud'], hours: 'always' },
      {
        name: 'care',
        skills: ['care'],
        serves: ['care', 'fraud'],
        hours: london,
        steps: [{ afterSeconds: 90, overflow: 'general' }],
      },
      { name: 'cards', skills: ['cards'], serves: ['cards'], hours: london },
      { name: 'general', skills: [], serves: [], hours: 'always' },
    ],
    defaultQueue: 'general',
  };
  const need = {
    skills: ['fraud'],
    language: 'en',
    priority: 'normal',
    now: at('2026-01-05T12:00:00Z'),
  } as const;
  const night = at('2026-01-05T23:00:00Z');

  it('takes the first queue that serves any of the skills', () => {
    expect(chooseQueue(routing, { ...need, skills: ['care', 'fraud'] })).toEqual({
      queue: 'fraud',
      open: true,
      why: 'fraud serves fraud.',
    });
  });

  it('takes the default queue where none serves them', () => {
    expect(chooseQueue(routing, { ...need, skills: ['boats'] })).toMatchObject({
      queue: 'general',
      open: true,
    });
    expect(chooseQueue(routing, { ...need, skills: [] })).toMatchObject({ queue: 'general' });
  });

  it('takes the overflow of a closed queue, and says closed where there is none', () => {
    expect(chooseQueue(routing, { ...need, skills: ['care'], now: night })).toMatchObject({
      queue: 'general',
      open: true,
    });
    expect(chooseQueue(routing, { ...need, skills: ['cards'], now: night })).toMatchObject({
      queue: 'cards',
      open: false,
    });
  });

  it('does not leave an urgent handoff in a closed queue when the default is open', () => {
    const urgent = { ...need, skills: ['cards'], now: night, priority: 'urgent' } as const;
    expect(chooseQueue(routing, urgent)).toMatchObject({ queue: 'general', open: true });
  });

  it('refuses a policy that names a queue it does not have', () => {
    expect(() => chooseQueue({ ...routing, defaultQueue: 'genral' }, { ...need, skills: [] })).toThrow(
      /no queue/,
    );
  });
});
