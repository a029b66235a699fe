import type { DeliveredRecord, EventRecord } from '../event-bus.js';

/** Where a service puts what it could not process. */
export function deadLetterTopic(service: string): string {
  return `baton.dead-letter.${service}.v1`;
}

/** The headers a dead letter has beside those of the original record. */
export const DL = {
  topic: 'dl_topic',
  partition: 'dl_partition',
  offset: 'dl_offset',
  attempts: 'dl_attempts',
  code: 'dl_code',
  message: 'dl_message',
  time: 'dl_time',
  /** On a replayed record: the one service that is to handle it; the others had it already. */
  replayFor: 'dl_replay_for',
} as const;

const DEAD_LETTER_ONLY: ReadonlySet<string> = new Set(Object.values(DL));

export interface DeadLetterCause {
  /** Stable code of the failure. */
  readonly code: string;
  /** Without personal data. */
  readonly message: string;
  /** Times a handler was called; 0 where the record could not be decoded. */
  readonly attempts: number;
}

/** The dead letter of `record`: its bytes, key and headers untouched, and why it is here. `now` in ms since the epoch. */
export function deadLetterOf(
  service: string,
  record: DeliveredRecord,
  cause: DeadLetterCause,
  now: number,
): EventRecord {
  return {
    topic: deadLetterTopic(service),
    key: record.key,
    headers: {
      ...originalHeaders(record.headers),
      [DL.topic]: record.topic,
      [DL.partition]: String(record.partition),
      [DL.offset]: record.offset,
      [DL.attempts]: String(cause.attempts),
      [DL.code]: cause.code,
      [DL.message]: cause.message,
      [DL.time]: new Date(now).toISOString(),
    },
    value: record.value,
  };
}

/** Headers without what dead-lettering added. */
export function originalHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !DEAD_LETTER_ONLY.has(name)));
}
