import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventRecord } from '@baton/eventing';
import { BatonError } from '@baton/kernel';
import type { Collection, Condition, Query } from '../collection.js';
import { applyUpdates, type Answer, type AppliedUpdates } from './apply-updates.js';
import type { Cause } from './cause.js';
import type { Decision, UpdateOutcome } from './decision.js';
import { DocumentCache, type StoredDocument } from './document-cache.js';
import { KeyedQueue } from './keyed-queue.js';
import { nextDocument } from './next-document.js';
import type { OutboxDocument } from './outbox-document.js';
import { OutboxPublisher } from './outbox-publisher.js';
import { PendingUpdates, type PendingUpdate } from './pending-updates.js';
import type {
  OutboxRepository,
  OutboxRepositoryOptions,
  StoredState,
  UpdateOptions,
} from './outbox-repository.js';

const MAX_ATTEMPTS = 10;
const JITTER_MS = 5;
const DEFAULT_CACHE_SIZE = 20_000;
const DEFAULT_INBOX_SIZE = 64;
const DEFAULT_CLEAR_AFTER_MS = 1000;
/** How soon events the bus refused are offered to it again, ms: a caller waits for what they bring about. */
const RETRY_REFUSED_MS = 250;
/** An update that is still publishing is not yet a case for recovery. */
const RECOVER_AFTER_MS = 5000;

/** `OutboxRepository` over any collection. Opened by `openOutboxRepository`. */
export class DocumentOutboxRepository<S extends object> implements OutboxRepository<S> {
  readonly name: string;
  readonly #options: OutboxRepositoryOptions;
  readonly #collection: Collection<OutboxDocument<S>>;
  readonly #cache: DocumentCache<S>;
  readonly #publisher: OutboxPublisher<S>;
  readonly #queue = new KeyedQueue();
  readonly #pending = new PendingUpdates<S>((id) => void this.#queue.run(id, () => this.#drain(id)));
  readonly #listeners = new Set<(id: string, deadlineAt: number) => void>();
  #timer: NodeJS.Timeout | undefined;
  /** Documents whose events the bus refused. */
  readonly #refused = new Set<string>();
  #retry: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #started = false;
  #closed = false;

  constructor(options: OutboxRepositoryOptions, collection: Collection<OutboxDocument<S>>) {
    this.name = options.name;
    this.#options = options;
    this.#collection = collection;
    this.#cache = new DocumentCache(collection, {
      capacity: options.cacheSize ?? DEFAULT_CACHE_SIZE,
      exclusive: options.store.exclusive,
      freeze: options.freezeStates ?? false,
    });
    const { clock, publish } = options;
    this.#publisher = new OutboxPublisher({
      collection,
      cache: this.#cache,
      queue: this.#queue,
      clock,
      publish,
    });
  }

  async get(id: string): Promise<StoredState<S> | undefined> {
    if (this.#pending.hurry(id)) await this.#queue.run(id, async () => undefined);
    const stored = await this.#cache.current(id);
    return stored === undefined ? undefined : toStoredState(stored);
  }

  async getMany(ids: readonly string[]): Promise<StoredState<S>[]> {
    return (await this.#collection.getMany(ids)).map(toStoredState);
  }

  async find(query: Query): Promise<StoredState<S>[]> {
    return (await this.#collection.find(query)).map(toStoredState);
  }

  count(where: readonly Condition[] = []): Promise<number> {
    return this.#collection.count(where);
  }

  async update(
    id: string,
    cause: Cause,
    decide: (state: S | undefined) => Decision<S> | undefined,
    options: UpdateOptions = {},
  ): Promise<UpdateOutcome<S>> {
    if (this.#closed)
      throw new BatonError('repository-closed', `${this.name} is closed.`, { retriable: true });
    const { promise, resolve, reject } = Promise.withResolvers<UpdateOutcome<S>>();
    // Who begins at once is in its own trace anyway.
    const atOnce = !options.gatherMs && !this.#queue.busy(id);
    const asAsked = atOnce ? atPlace : AsyncLocalStorage.snapshot();
    this.#pending.add(id, { cause, decide, options, asAsked, resolve, reject });
    return promise;
  }

  async delete(id: string): Promise<boolean> {
    return this.#queue.run(id, async () => {
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
        const stored = await this.#cache.fresh(id);
        if (stored === undefined) return false;
        await this.#publisher.publishPending(stored);
        const deleted = await this.#collection.delete(id, stored.version);
        this.#cache.forget(id);
        if (deleted) return true;
      }
      throw this.#tooManyConflicts(id);
    });
  }

  recover(olderThanMs = 0): Promise<number> {
    return this.#publisher.recover(olderThanMs);
  }

  sweep(olderThanMs = 0): Promise<number> {
    return this.#publisher.sweep(olderThanMs);
  }

  async start(): Promise<void> {
    this.#started = true;
    await this.#guarded(() => this.recover());
    this.#scheduleRound();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#retry);
    await this.#round;
    this.#pending.hurryAll();
    await this.#queue.idle();
    await this.#guarded(() => this.sweep());
  }

  onDeadlineSaved(listener: (id: string, deadlineAt: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Everything that waits for the document, in as few writes as will hold it. Never rejects. */
  async #drain(id: string): Promise<void> {
    let updates = this.#pending.take(id);
    while (updates.length > 0) {
      try {
        updates = updates.slice(await this.#writeOnce(id, updates));
      } catch (thrown) {
        for (const { reject } of updates) reject(thrown);
        return;
      }
    }
  }

  /** One write for as many of the updates as it holds; answers them and resolves with how many. */
  async #writeOnce(id: string, updates: readonly PendingUpdate<S>[]): Promise<number> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const remembered = this.#cache.peek(id);
      const stored = remembered ?? (await this.#cache.fresh(id));
      const { source, clock, inboxSize = DEFAULT_INBOX_SIZE, freezeStates: freeze = false } = this.#options;
      const now = clock.now();
      const previous = stored?.body;
      const context = { collection: this.name, id, source, now, inboxSize, freeze, previous };
      const applied = applyUpdates(context, updates);
      if (remembered !== undefined && !this.#options.store.exclusive && applied.answers.some(isIgnored)) {
        // Another process may have written since: only what is stored now can be ignored for good.
        this.#cache.forget(id);
        continue;
      }
      if (applied.change === undefined) {
        await this.#answer(updates, applied, stored, undefined);
        return applied.answers.length;
      }
      const older = stored === undefined ? [] : this.#publisher.pendingOf(stored);
      const body = nextDocument({ previous, older, now, change: applied.change });
      const saved = await this.#save(id, stored?.version ?? 0, body);
      if (saved !== undefined) {
        // What is published right after it was made need not be encoded again.
        await this.#answer(updates, applied, saved, older.length === 0 ? applied.change.records : undefined);
        return applied.answers.length;
      }
      await pause((this.#options.random ?? Math.random)() * JITTER_MS * attempt);
    }
    throw this.#tooManyConflicts(id);
  }

  /** Publishes what the document holds and tells everyone what became of their update. */
  async #answer(
    updates: readonly PendingUpdate<S>[],
    { answers }: AppliedUpdates<S>,
    stored: StoredDocument<S> | undefined,
    records: readonly EventRecord[] | undefined,
  ): Promise<void> {
    let refused: { readonly thrown: unknown } | undefined;
    try {
      // Who only ignored or refused waits for nothing.
      if (stored !== undefined && answers.some(isKnown))
        await this.#publisher.publishPending(stored, records);
    } catch (thrown) {
      refused = { thrown };
      if (stored !== undefined) this.#retrySoon(stored.id);
    }
    let deferred = false;
    answers.forEach((answer, at) => {
      const { resolve, reject, options } = updates[at]!;
      if ('failed' in answer) return reject(answer.failed);
      if (refused === undefined || !isKnown(answer)) return resolve(answer.done);
      if (options.whenBusDown !== 'defer') return reject(refused.thrown);
      deferred = true;
      resolve(answer.done);
    });
    if (deferred) this.#options.onBackgroundError?.(refused?.thrown);
  }

  #retrySoon(id: string): void {
    this.#refused.add(id);
    if (!this.#started || this.#retry !== undefined || this.#closed) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      void this.#offerAgain();
    }, RETRY_REFUSED_MS).unref();
  }

  async #offerAgain(): Promise<void> {
    for (const id of [...this.#refused]) {
      try {
        await this.#queue.run(id, () => this.#publisher.republish(id));
        this.#refused.delete(id);
      } catch {
        // Still away; whoever waits for it has been told.
        return this.#retrySoon(id);
      }
    }
  }

  /** The saved document, or undefined where another writer was faster. */
  async #save(id: string, version: number, body: OutboxDocument<S>): Promise<StoredDocument<S> | undefined> {
    try {
      const saved = await this.#collection.save(id, version, body);
      if (saved.ok) {
        this.#cache.remember(saved.value);
        this.#announceDeadline(saved.value);
        return saved.value;
      }
      this.#cache.forget(id);
      return undefined;
    } catch (error) {
      // The write may have happened; only the store knows.
      this.#cache.forget(id);
      throw error;
    }
  }

  #announceDeadline({ id, body }: StoredDocument<S>): void {
    if (body.deadlineAt === undefined) return;
    for (const listener of this.#listeners) listener(id, body.deadlineAt);
  }

  #tooManyConflicts(id: string): BatonError {
    return new BatonError(
      'too-many-conflicts',
      `${this.name} ${id} was changed by others ${MAX_ATTEMPTS} times.`,
      {
        retriable: true,
      },
    );
  }

  #scheduleRound(): void {
    if (this.#closed) return;
    const clearAfterMs = this.#options.clearAfterMs ?? DEFAULT_CLEAR_AFTER_MS;
    this.#timer = setTimeout(() => {
      this.#round = this.#guarded(async () => {
        await this.sweep(clearAfterMs);
        await this.recover(clearAfterMs + RECOVER_AFTER_MS);
      });
      void this.#round.then(() => this.#scheduleRound());
    }, clearAfterMs).unref();
  }

  async #guarded(task: () => Promise<unknown>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.#options.onBackgroundError?.(error);
    }
  }
}

const atPlace = <R>(work: () => R): R => work();

function isIgnored<S>(answer: Answer<S>): boolean {
  return 'done' in answer && answer.done.outcome === 'ignored';
}

/** Whether the document holds the cause, and with it the events to publish. */
function isKnown<S>(answer: Answer<S>): boolean {
  return 'done' in answer && answer.done.outcome !== 'ignored';
}

function toStoredState<S>({ id, version, body }: StoredDocument<S>): StoredState<S> {
  const { tenantId, correlationId, state, deadlineAt } = body;
  return { id, version, tenantId, correlationId, state, ...(deadlineAt === undefined ? {} : { deadlineAt }) };
}
