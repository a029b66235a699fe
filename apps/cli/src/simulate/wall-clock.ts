const dayMs = 86_400_000;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** The moment at which clocks of a time zone show a local time, ms since the Unix epoch; `local` is that time as if it were UTC. */
export function instantOf(local: number, timezone: string): number {
  const guess = local - offsetAt(local, timezone);
  // Around a change of the clocks the offset at the guess may be the other one.
  return local - offsetAt(guess, timezone);
}

/** What clocks of a time zone show at a moment, as if it were UTC. */
export function localTimeOf(instant: number, timezone: string): number {
  return instant + offsetAt(instant, timezone);
}

/** `09:30` of what clocks show. */
export function hourAndMinute(local: number): string {
  return new Date(local).toISOString().slice(11, 16);
}

/** Midnight of a local time. */
export function midnightOf(local: number): number {
  return Math.floor(local / dayMs) * dayMs;
}

export function weekdayOf(local: number): (typeof weekdays)[number] {
  return weekdays[new Date(local).getUTCDay()]!;
}

function offsetAt(instant: number, timezone: string): number {
  const shown = new Map(
    formatOf(timezone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(instant / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timezone, format);
  }
  return format;
}
