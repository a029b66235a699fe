import { BatonError } from '@baton/kernel';
import type { OpeningHours, Weekday, WeeklyHours } from './routing-policy.js';

const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as a wall clock in some time zone shows it. */
interface LocalMoment {
  /** Midnight of the local date, as if it were UTC; only for counting days. */
  readonly day: number;
  /** Minutes since local midnight. */
  readonly minute: number;
}

/**
 * Whether the queue is open at `now` (milliseconds since the epoch). A window that runs past midnight belongs to the
 * day it starts on, for `days` and for `closed`. Throws BatonError `unknown-time-zone` or `bad-opening-time`.
 */
export function isOpen(hours: OpeningHours, now: number): boolean {
  if (hours === 'always') return true;
  const { day, minute } = localMoment(hours.timezone, now);
  return hours.open.some((window) => {
    const from = minuteOf(window.from);
    const to = minuteOf(window.to);
    const end = to > from ? to : to + 1440;
    const startsOn = (start: number): boolean =>
      window.days.includes(weekday(start)) && !closedOn(hours, start);
    if (minute >= from && minute < end && startsOn(day)) return true;
    return minute + 1440 < end && startsOn(day - DAY_MS);
  });
}

/** Minutes after midnight of `HH:MM`, 00:00 to 24:00. Throws BatonError `bad-opening-time`. */
export function minuteOf(time: string): number {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  const minute = match === null ? Number.NaN : Number(match[1]) * 60 + Number(match[2]);
  if (match !== null && Number(match[2]) < 60 && minute <= 1440) return minute;
  throw new BatonError('bad-opening-time', `"${time}" is not a time; write HH:MM from 00:00 to 24:00.`);
}

/** By how many milliseconds a clock in the zone is ahead of UTC at a moment, to the minute. Throws `unknown-time-zone`. */
export function zoneOffset(timezone: string, at: number): number {
  const { day, minute } = localMoment(timezone, at);
  return day + minute * 60_000 - Math.floor(at / 60_000) * 60_000;
}

function closedOn(hours: WeeklyHours, day: number): boolean {
  return hours.closed?.includes(new Date(day).toISOString().slice(0, 10)) ?? false;
}

function weekday(day: number): Weekday {
  return WEEKDAYS[new Date(day).getUTCDay()]!;
}

function localMoment(timezone: string, now: number): LocalMoment {
  const parts = new Map(
    formatOf(timezone)
      .formatToParts(now)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    day: Date.UTC(part('year'), part('month') - 1, part('day')),
    minute: part('hour') * 60 + part('minute'),
  };
}

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timezone, format);
    return format;
  } catch (cause) {
    throw new BatonError('unknown-time-zone', `"${timezone}" is not an IANA time zone.`, { cause });
  }
}
