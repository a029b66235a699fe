import { setTimeout as pause } from 'node:timers/promises';
import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { DeliveredRecord, Subscription } from '../event-bus.js';

/** Most records one `onBatch` call receives. */
const BATCH_RECORDS = 500;
/** Fetching from a partition stops when this many records wait, and goes on below the second number. */
const FULL_AT = 2_000;
const ROOM_AT = 500;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

export interface PartitionQueueParts {
  readonly topic: string;
  readonly partition: number;
  readonly onBatch: Subscription['onBatch'];
  /** Resolves when an earlier owner of the partition in this process works on nothing any more. */
  readonly after: Promise<void>;
  /** The offset after the last one accepted. */
  readonly onProgress: (next: number) => void;
  /** Whether more should be fetched. */
  readonly onRoom: (room: boolean) => void;
}

/**
 * The records of one assigned partition between kafkajs and the subscriber. kafkajs fetches from a broker only after everything
 * it fetched before was taken, so taking must never wait for handlers: records are queued here, each partition at its own pace,
 * and heartbeats go on however long a handler takes.
 */
export class PartitionQueue {
  readonly #parts: PartitionQueueParts;
  readonly #interrupt = new AbortController();
  #waiting: KafkaMessage[] = [];
  #next: number | undefined;
  #full = false;
  #running: Promise<void> | undefined;

  constructor(parts: PartitionQueueParts) {
    this.#parts = parts;
  }

  /** Takes what was fetched. After a rebalance kafkajs fetches again from the committed offset; what is known already is skipped. */
  push(messages: readonly KafkaMessage[], highWatermark: string): void {
    if (this.#interrupt.signal.aborted) return;
    // A log that ends before what we know was deleted and made anew: its offsets mean other records.
    if (this.#next !== undefined && Number(highWatermark) < this.#next) this.#next = undefined;
    for (const message of messages) {
      if (this.#next !== undefined && Number(message.offset) < this.#next) continue;
      this.#waiting.push(message);
      this.#next = Number(message.offset) + 1;
    }
    if (!this.#full && this.#waiting.length >= FULL_AT) {
      this.#full = true;
      this.#parts.onRoom(false);
    }
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Aborts the running batch and forgets the rest; resolves once the subscriber let go. */
  async stop(): Promise<void> {
    this.#interrupt.abort();
    this.#waiting = [];
    if (this.#full) this.#parts.onRoom(true);
    this.#full = false;
    await this.#running;
    await this.#parts.after;
  }

  async #run(): Promise<void> {
    const { signal } = this.#interrupt;
    await this.#parts.after;
    let refusals = 0;
    while (this.#waiting.length > 0 && !signal.aborted) {
      const batch = this.#waiting.slice(0, BATCH_RECORDS);
      if (await this.#deliver(batch)) {
        refusals = 0;
        this.#waiting = this.#waiting.slice(batch.length);
        this.#parts.onProgress(Number(batch.at(-1)!.offset) + 1);
        if (this.#full && this.#waiting.length < ROOM_AT) {
          this.#full = false;
          this.#parts.onRoom(true);
        }
      } else {
        const wait = Math.min(FIRST_PAUSE_MS * 2 ** refusals, LONGEST_PAUSE_MS);
        refusals += 1;
        await pause(wait, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #deliver(batch: readonly KafkaMessage[]): Promise<boolean> {
    const { topic, partition, onBatch } = this.#parts;
    try {
      await onBatch(
        batch.map((message) => delivered(topic, partition, message)),
        this.#interrupt.signal,
      );
      return true;
    } catch {
      return false;
    }
  }
}

/** Copied: kafkajs's buffers are windows on the response all partitions share. */
function delivered(topic: string, partition: number, message: KafkaMessage): DeliveredRecord {
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key?.toString('utf8') ?? '',
    headers: headersOf(message.headers),
    value: message.value === null ? new Uint8Array(0) : new Uint8Array(message.value),
  };
}

function headersOf(headers: IHeaders | undefined): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) texts[name] = typeof last === 'string' ? last : last.toString('utf8');
  }
  return texts;
}
