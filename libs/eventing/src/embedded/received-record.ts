import type { DeliveredRecord, SharedRecord } from '../event-bus.js';
import type { Stream } from './log-store.js';
import type { StoredRecord } from './record-batch.js';

/** A record as one consumer receives it. Its bytes are copied only when it asks for them: most read what is decoded already. */
export class ReceivedRecord implements DeliveredRecord {
  readonly topic: string;
  readonly partition: number;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly #stored: StoredRecord;
  #value: Uint8Array | undefined;

  constructor({ topic, partition }: Stream, stored: StoredRecord) {
    this.topic = topic;
    this.partition = partition;
    this.key = stored.key;
    this.headers = stored.headers;
    this.#stored = stored;
  }

  get offset(): string {
    return String(this.#stored.offset);
  }

  get shared(): SharedRecord {
    return this.#stored;
  }

  get value(): Uint8Array {
    return (this.#value ??= this.#stored.value.slice());
  }
}
