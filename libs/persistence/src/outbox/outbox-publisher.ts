import type { EventRecord } from '@baton/eventing';
import { BatonError, type Clock } from '@baton/kernel';
import type { Collection } from '../collection.js';
import type { DocumentCache, StoredDocument } from './document-cache.js';
import type { KeyedQueue } from './keyed-queue.js';
import { toRecord, type OutboxDocument, type OutgoingRecord } from './outbox-document.js';

const PAGE = 500;

/** Publishes outboxes, remembers which are acknowledged, and clears those from their documents. */
export class OutboxPublisher<S> {
  readonly #collection: Collection<OutboxDocument<S>>;
  readonly #cache: DocumentCache<S>;
  readonly #queue: KeyedQueue;
  readonly #clock: Clock;
  readonly #publish: (records: readonly EventRecord[]) => Promise<void>;
  /** Documents whose whole outbox, as of that version, is known to be published; oldest acknowledgement first. */
  readonly #acknowledged = new Map<string, { readonly version: number; readonly at: number }>();

  constructor(parts: {
    readonly collection: Collection<OutboxDocument<S>>;
    readonly cache: DocumentCache<S>;
    readonly queue: KeyedQueue;
    readonly clock: Clock;
    readonly publish: (records: readonly EventRecord[]) => Promise<void>;
  }) {
    this.#collection = parts.collection;
    this.#cache = parts.cache;
    this.#queue = parts.queue;
    this.#clock = parts.clock;
    this.#publish = parts.publish;
  }

  /** Records of a document not known to be published, in publish order. */
  pendingOf({ id, version, body }: StoredDocument<S>): readonly OutgoingRecord[] {
    return this.#acknowledged.get(id)?.version === version ? [] : body.outbox;
  }

  /**
   * Publishes what is pending: `records`, where the caller has it encoded already. To be called inside the document's queue. Rejects
   * with `bus-unavailable` (retriable).
   */
  async publishPending(stored: StoredDocument<S>, records?: readonly EventRecord[]): Promise<void> {
    const pending = this.pendingOf(stored);
    if (pending.length === 0) return;
    try {
      await this.#publish(records ?? pending.map(toRecord));
    } catch (error) {
      throw new BatonError('bus-unavailable', 'Events are saved but could not be published yet.', {
        cause: error,
        retriable: true,
      });
    }
    this.acknowledge(stored);
  }

  /** Notes that every record in the document is published. */
  acknowledge({ id, version, body }: StoredDocument<S>): void {
    this.#acknowledged.delete(id);
    if (body.outbox.length > 0) this.#acknowledged.set(id, { version, at: this.#clock.now() });
  }

  /** Clears outboxes acknowledged long enough ago and not about to be rewritten anyway. */
  async sweep(olderThanMs: number): Promise<number> {
    const latest = this.#clock.now() - olderThanMs;
    const due: string[] = [];
    for (const [id, { at }] of this.#acknowledged) {
      if (at > latest) break;
      if (!this.#queue.busy(id)) due.push(id);
    }
    return this.#forEach(due, (id) => this.#clear(id));
  }

  /** Publishes and clears every outbox that was saved long enough ago, whoever saved it. */
  async recover(olderThanMs: number): Promise<number> {
    await this.sweep(olderThanMs);
    const latest = this.#clock.now() - olderThanMs;
    let recovered = 0;
    for (;;) {
      const page = await this.#collection.find({
        where: [{ field: 'outboxSince', op: '<=', value: latest }],
        orderBy: [{ field: 'outboxSince', direction: 'asc' }],
        limit: PAGE,
      });
      const ids = page.map(({ id }) => id);
      const handled = await this.#forEach(ids, (id) => this.republish(id));
      recovered += handled;
      if (page.length < PAGE || handled === 0) return recovered;
    }
  }

  /** Publishes and clears the outbox of a document; false where it is empty. To be called inside the document's queue. */
  async republish(id: string): Promise<boolean> {
    const stored = await this.#cache.fresh(id);
    if (stored === undefined || stored.body.outbox.length === 0) return false;
    await this.publishPending(stored);
    return this.#clear(id);
  }

  async #clear(id: string): Promise<boolean> {
    const acknowledged = this.#acknowledged.get(id);
    if (acknowledged === undefined) return false;
    const { stored } = await this.#cache.load(id);
    if (stored?.version !== acknowledged.version) {
      this.#acknowledged.delete(id);
      return false;
    }
    const { outboxSince: _, ...rest } = stored.body;
    const saved = await this.#collection.save(id, stored.version, { ...rest, outbox: [] });
    this.#acknowledged.delete(id);
    if (saved.ok) this.#cache.remember(saved.value);
    else this.#cache.forget(id);
    return saved.ok;
  }

  /** Runs a task for each id inside its queue, a page at a time; counts those that did something; rejects with the first failure. */
  async #forEach(ids: readonly string[], task: (id: string) => Promise<boolean>): Promise<number> {
    let done = 0;
    for (let start = 0; start < ids.length; start += PAGE) {
      const page = ids.slice(start, start + PAGE);
      const results = await Promise.allSettled(page.map((id) => this.#queue.run(id, () => task(id))));
      for (const result of results) {
        if (result.status === 'rejected') throw result.reason;
        if (result.value) done += 1;
      }
    }
    return done;
  }
}
