import type { Shift, ShiftWindow } from '@baton/contracts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What could not be read, and what to write. */
export interface Unreadable {
  readonly problem: string;
  readonly instead: string;
}

/** Reads `mon-fri 09:00-17:00; sat 10:00-14:00` with a time zone and dates off. Undefined where all three are empty. */
export function parseShift(windows: string, timezone: string, off: string): Shift | undefined | Unreadable {
  if (windows.trim() === '') {
    if (timezone.trim() === '' && off.trim() === '') return undefined;
    return { problem: 'is empty beside a time zone or days off', instead: 'mon-fri 09:00-17:00' };
  }
  const read: ShiftWindow[] = [];
  for (const part of windows.split(';')) {
    const match = /^\s*([a-z]{3})(?:-([a-z]{3}))?\s+(\d{2}:\d{2})-(\d{2}:\d{2})\s*$/.exec(part.toLowerCase());
    const from = days.indexOf(match?.[1] ?? '');
    const to = days.indexOf(match?.[2] ?? match?.[1] ?? '');
    if (!match || from < 0 || to < 0) {
      return { problem: `is \`${part.trim()}\``, instead: 'mon-fri 09:00-17:00; sat 10:00-14:00' };
    }
    const length = ((to - from + days.length) % days.length) + 1;
    const named = Array.from({ length }, (_, n) => days[(from + n) % days.length]!);
    read.push({ days: named, from: match[3]!, to: match[4]! });
  }
  const closed = off.split(/[\s;]+/).filter((date) => date !== '');
  const odd = closed.find((date) => !/^\d{4}-\d{2}-\d{2}$/.test(date));
  if (odd !== undefined) return { problem: `names the day off \`${odd}\``, instead: '2026-12-25 2026-12-26' };
  return { timezone: timezone.trim() || 'UTC', windows: read, closed };
}

export function isUnreadable(read: Shift | undefined | Unreadable): read is Unreadable {
  return read !== undefined && 'problem' in read;
}
