import type { Collection, Versioned } from '../collection.js';
import { deepFreeze } from './deep-freeze.js';
import { LruCache } from './lru-cache.js';
import type { OutboxDocument } from './outbox-document.js';

export type StoredDocument<S> = Versioned<OutboxDocument<S>>;

/** Reads documents of one collection through a bounded memory of those last written or read. */
export class DocumentCache<S> {
  readonly #collection: Collection<OutboxDocument<S>>;
  readonly #entries: LruCache<StoredDocument<S>>;
  readonly #exclusive: boolean;
  readonly #freeze: boolean;

  /** `exclusive`: no other process writes the store, so what is remembered is what is stored. */
  constructor(
    collection: Collection<OutboxDocument<S>>,
    options: { readonly capacity: number; readonly exclusive: boolean; readonly freeze: boolean },
  ) {
    this.#collection = collection;
    this.#entries = new LruCache(options.capacity);
    this.#exclusive = options.exclusive;
    this.#freeze = options.freeze;
  }

  /** The document as remembered or stored. `certain` is false where another process may have changed it since. */
  async load(
    id: string,
  ): Promise<{ readonly stored: StoredDocument<S> | undefined; readonly certain: boolean }> {
    const remembered = this.#entries.get(id);
    if (remembered !== undefined) return { stored: remembered, certain: this.#exclusive };
    return { stored: await this.fresh(id), certain: true };
  }

  /** The document as it was last seen here, if it is remembered. */
  peek(id: string): StoredDocument<S> | undefined {
    return this.#entries.get(id);
  }

  /** The document as it is stored now. */
  async current(id: string): Promise<StoredDocument<S> | undefined> {
    return this.#exclusive ? (await this.load(id)).stored : this.fresh(id);
  }

  /** The document read from the store, whatever is remembered. */
  async fresh(id: string): Promise<StoredDocument<S> | undefined> {
    const stored = await this.#collection.get(id);
    if (stored === undefined) this.forget(id);
    else this.remember(stored);
    return stored;
  }

  /** Keeps a document, unless a later version is kept already. */
  remember(stored: StoredDocument<S>): void {
    if (this.#freeze) deepFreeze(stored.body);
    const kept = this.#entries.get(stored.id);
    if (kept === undefined || kept.version <= stored.version) this.#entries.set(stored.id, stored);
  }

  forget(id: string): void {
    this.#entries.delete(id);
  }
}
