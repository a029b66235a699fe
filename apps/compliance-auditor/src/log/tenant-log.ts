import { setTimeout as pause } from 'node:timers/promises';
import { BatonError } from '@baton/kernel';
import { Frontier, leafHash, tileHashSource, type HashSource } from '@baton/ledger';
import { entryId, type AuditEntry } from '../domain/audit-entry.js';
import { leafOf, type SealedEvent } from '../domain/seal-event.js';
import type { LogStore } from './log-store.js';
import { blocksFrom, loggedIds } from './read-entries.js';
import { TileCache } from './tile-cache.js';

interface Waiting {
  readonly events: readonly SealedEvent[];
  readonly resolve: (appended: number) => void;
  readonly reject: (reason: unknown) => void;
}

/** More at once would hold up the event loop for longer than a decision may take. */
const EVENTS_PER_WRITE = 1_000;
const CONFLICTS = 10;
const ENTRIES_OF_CONVERSATION = 10_000;

/**
 * The log of one tenant as this process knows it. Whatever is appended while a write runs goes into the next one. Other
 * processes may write the same log: the store gives each index to one of them, and the others read on and try behind it.
 */
export class TenantLog {
  readonly tenant: string;
  readonly #store: LogStore;
  readonly #gatherMs: number;
  readonly #tiles: TileCache;
  readonly #frontier: Frontier;
  #headVersion: number;
  #waiting: Waiting[] = [];
  #work: Promise<void> = Promise.resolve();
  #writing = false;
  #unsure = false;

  private constructor(
    store: LogStore,
    tenant: string,
    frontier: Frontier,
    headVersion: number,
    gatherMs: number,
  ) {
    this.tenant = tenant;
    this.#gatherMs = gatherMs;
    this.#store = store;
    this.#frontier = frontier;
    this.#headVersion = headVersion;
    this.#tiles = new TileCache(store, tenant);
  }

  /**
   * Picks the log up at its stored head and reads what came after; begins it where there is none. What is appended may wait
   * `gatherMs` for more to be written with it.
   */
  static async open(store: LogStore, tenant: string, gatherMs = 0): Promise<TenantLog> {
    const head = await store.heads.get(tenant);
    const frontier = head === undefined ? undefined : Frontier.fromJSON(head.body.frontier);
    // An unreadable head costs reading the log from its start, nothing else.
    const start = frontier?.ok === true ? frontier.value : new Frontier();
    const log = new TenantLog(store, tenant, start, head?.version ?? 0, gatherMs);
    await log.catchUp();
    if (head === undefined) await log.saveHead();
    return log;
  }

  /** Entries up to the end this process knows. */
  get size(): number {
    return this.#frontier.size;
  }

  /** The tree as it stands now; later appends do not change it. */
  tip(): Frontier {
    return this.#frontier.clone();
  }

  /** Nodes of the tree at a size, for proofs. */
  nodes(size: number): HashSource {
    return tileHashSource(size, (tile) => this.#tiles.read(tile));
  }

  /** Stores the full tiles that came about between two sizes. */
  saveTiles(oldSize: number, newSize: number): Promise<void> {
    return this.#tiles.saveFull(oldSize, newSize);
  }

  /**
   * Appends those events the log does not have yet, in order. Resolves once they are stored, with how many they were (appends
   * written together tell it once). Rejects with `store-unavailable` (whether they were written is not known: append them again) or
   * `audit-append-conflict`.
   */
  append(events: readonly SealedEvent[]): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ events, resolve, reject });
      if (this.#writing) return;
      this.#writing = true;
      void this.#gathered().then(() => this.#exclusive(() => this.#writeAll()));
    });
  }

  /** The entries of a conversation, in order. */
  async ofConversation(conversationId: string): Promise<AuditEntry[]> {
    const found = await this.#store.entries.find({
      where: [
        { field: 'tenant', op: '=', value: this.tenant },
        { field: 'conversationId', op: '=', value: conversationId },
      ],
      limit: ENTRIES_OF_CONVERSATION,
    });
    return found.map(({ body }) => body).sort((a, b) => a.index - b.index);
  }

  /** Reads what other processes appended. */
  catchUp(): Promise<void> {
    return this.#exclusive(() => this.#readOn());
  }

  /** Stores the present frontier as the place to start from next time. */
  async saveHead(): Promise<void> {
    const frontier = this.#frontier.toJSON();
    const body = { tenant: this.tenant, frontier };
    const saved = await this.#store.heads.save(this.tenant, this.#headVersion, body);
    if (saved.ok) this.#headVersion = saved.value.version;
    // Another process has put a head of its own, which serves as well as ours.
    else this.#headVersion = (await this.#store.heads.get(this.tenant))?.version ?? 0;
  }

  #exclusive<R>(work: () => Promise<R>): Promise<R> {
    const run = this.#work.then(work);
    this.#work = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  }

  async #writeAll(): Promise<void> {
    for (let group = this.#nextGroup(); group.length > 0; group = this.#nextGroup()) {
      try {
        if (this.#unsure) await this.#readOn();
        const events = group.length === 1 ? group[0]!.events : group.flatMap((waiting) => waiting.events);
        const appended = await this.#write(events);
        group.forEach(({ resolve }, i) => resolve(i === 0 ? appended : 0));
      } catch (thrown) {
        this.#unsure = true;
        for (const { reject } of group) reject(thrown);
      }
    }
    this.#writing = false;
  }

  /** The events of a call come on many partitions one by one: written together they cost a fraction. */
  async #gathered(): Promise<void> {
    const isFull = this.#waiting.reduce((sum, { events }) => sum + events.length, 0) >= EVENTS_PER_WRITE;
    if (this.#gatherMs > 0 && !isFull) await pause(this.#gatherMs);
  }

  #nextGroup(): Waiting[] {
    let events = 0;
    let taken = 0;
    while (taken < this.#waiting.length && (taken === 0 || events < EVENTS_PER_WRITE)) {
      events += this.#waiting[taken]!.events.length;
      taken += 1;
    }
    return this.#waiting.splice(0, taken);
  }

  /** Writes events behind each other, leaving out those that are in the log already; resolves with how many it wrote. */
  async #write(events: readonly SealedEvent[]): Promise<number> {
    let rest = events;
    let written = 0;
    for (let fruitless = 0; ;) {
      const inserted = await this.#insert(rest);
      written += inserted;
      if (inserted === rest.length) return written;
      rest = rest.slice(inserted);
      // Either somebody else took the index or the event is in the log already; only looking tells.
      await this.#readOn();
      const logged = await loggedIds(this.#store.entries, this.tenant, rest);
      rest = rest.filter(({ entry }) => !logged.has(entry.eventId));
      fruitless = inserted === 0 && logged.size === 0 ? fruitless + 1 : 0;
      if (fruitless === CONFLICTS) {
        throw new BatonError('audit-append-conflict', 'Other writers of the log were faster every time.', {
          retriable: true,
        });
      }
    }
  }

  /** Writes events behind the end as far as they are new and their places free; resolves with how many. */
  async #insert(events: readonly SealedEvent[]): Promise<number> {
    if (events.length === 0) return 0;
    const { size } = this.#frontier;
    const documents = events.map(({ entry }, i) => {
      entry.index = size + i;
      return { id: entryId(this.tenant, entry.index), body: entry };
    });
    const { inserted } = await this.#store.entries.insertMany(documents);
    for (let i = 0; i < inserted; i++) this.#frontier.append(events[i]!.hash, this.#tiles.add);
    return inserted;
  }

  async #readOn(): Promise<void> {
    for await (const block of blocksFrom(this.#store.entries, this.tenant, this.#frontier.size)) {
      for (const entry of block)
        this.#frontier.append(leafHash(leafOf(entry, entry.commitment)), this.#tiles.add);
    }
    this.#unsure = false;
  }
}
