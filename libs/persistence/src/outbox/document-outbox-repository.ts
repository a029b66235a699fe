import { setTimeout as pause } from 'node:timers/promises';
import { BatonError } from '@baton/kernel';
import type { Collection, Condition, Query } from '../collection.js';
import type { Cause } from './cause.js';
import type { Decision, UpdateOutcome } from './decision.js';
import { DocumentCache, type StoredDocument } from './document-cache.js';
import { KeyedQueue } from './keyed-queue.js';
import { nextDocument } from './next-document.js';
import type { OutboxDocument } from './outbox-document.js';
import { OutboxPublisher } from './outbox-publisher.js';
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
  readonly #listeners = new Set<(id: string, deadlineAt: number) => void>();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
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
    return this.#queue.run(id, () => this.#update(id, cause, decide, options));
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
    await this.#guarded(() => this.recover());
    this.#scheduleRound();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#round;
    await this.#queue.idle();
    await this.#guarded(() => this.sweep());
  }

  onDeadlineSaved(listener: (id: string, deadlineAt: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #update(
    id: string,
    cause: Cause,
    decide: (state: S | undefined) => Decision<S> | undefined,
    options: UpdateOptions,
  ): Promise<UpdateOutcome<S>> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const { stored, certain } = await this.#cache.load(id);
      if (stored !== undefined) {
        this.#checkTenant(stored, cause);
        if (stored.body.inbox.includes(cause.id)) {
          await this.#publishPending(stored, options);
          return { outcome: 'duplicate', state: stored.body.state, events: [] };
        }
      }
      const decision = decide(stored?.body.state);
      if (decision === undefined) {
        if (certain) return { outcome: 'ignored', state: stored?.body.state, events: [] };
        // Another process may have written since: only what is stored now can be ignored for good.
        this.#cache.forget(id);
        continue;
      }
      const next = nextDocument({
        ...this.#context(),
        document: { collection: this.name, id },
        previous: stored?.body,
        pending: stored === undefined ? [] : this.#publisher.pendingOf(stored),
        cause,
        decision,
      });
      const saved = await this.#save(id, stored?.version ?? 0, next.body);
      if (saved !== undefined) {
        await this.#publishPending(saved, options);
        return { outcome: 'applied', state: decision.state, events: next.events };
      }
      await pause((this.#options.random ?? Math.random)() * JITTER_MS * attempt);
    }
    throw this.#tooManyConflicts(id);
  }

  #context() {
    const { source, clock, inboxSize = DEFAULT_INBOX_SIZE } = this.#options;
    return { source, inboxSize, now: clock.now() };
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

  async #publishPending(stored: StoredDocument<S>, { whenBusDown = 'reject' }: UpdateOptions): Promise<void> {
    try {
      await this.#publisher.publishPending(stored);
    } catch (error) {
      if (whenBusDown === 'reject') throw error;
      this.#options.onBackgroundError?.(error);
    }
  }

  #announceDeadline({ id, body }: StoredDocument<S>): void {
    if (body.deadlineAt === undefined) return;
    for (const listener of this.#listeners) listener(id, body.deadlineAt);
  }

  #checkTenant({ body }: StoredDocument<S>, cause: Cause): void {
    if (body.tenantId === cause.tenantId) return;
    throw new BatonError(
      'tenant-mismatch',
      `A document of ${this.name} belongs to another tenant than its cause.`,
    );
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

function toStoredState<S>({ id, version, body }: StoredDocument<S>): StoredState<S> {
  const { tenantId, correlationId, state, deadlineAt } = body;
  return { id, version, tenantId, correlationId, state, ...(deadlineAt === undefined ? {} : { deadlineAt }) };
}
