import { BatonError, type Clock } from '@baton/kernel';
import type { Cause } from '../outbox/cause.js';
import type { OutboxRepository, StoredState } from '../outbox/outbox-repository.js';
import { RetryDelays } from './retry-delays.js';

/** A document whose deadline has passed. */
export interface DueDeadline<S> {
  readonly id: string;
  readonly state: S;
  readonly deadlineAt: number;
  readonly now: number;
  /** For `update`: derived from document and deadline, so that two runners cause the same thing once. */
  readonly cause: Cause;
}

export interface DeadlineRunnerOptions<S extends object> {
  readonly repository: OutboxRepository<S>;
  readonly clock: Clock;
  /**
   * Acts on a passed deadline by updating the document with `due.cause` so that its deadline moves or goes. Called again, after a
   * growing pause (250 ms up to 30 s), while it rejects or leaves the deadline as it is.
   */
  readonly onDeadline: (due: DueDeadline<S>) => Promise<unknown>;
  /** How often the store is asked. Default 250 ms. */
  readonly pollMs?: number;
  /**
   * Whether this process should run the document's deadlines (it owns its partition). Others are run only once they are
   * `takeOverAfterMs` late, so that none is forgotten when its owner is gone. Default: all are owned.
   */
  readonly owns?: (id: string) => boolean;
  /** Default 2,000 ms. */
  readonly takeOverAfterMs?: number;
  /** Told of failures; they are retried. */
  readonly onError?: (error: unknown) => void;
}

const PAGE = 500;
/** Documents one poll looks at, due or nearly; where there are more, those due are worked off page by page. */
const PER_POLL = 2000;

/**
 * Runs the deadlines of a repository's documents. A deadline is a field of the document, so after a crash it fires late, never not
 * at all; while the process lives it fires within a few milliseconds. Any number of runners may share a store.
 */
export class DeadlineRunner<S extends object> {
  readonly #options: DeadlineRunnerOptions<S>;
  readonly #pollMs: number;
  readonly #timers = new Map<string, { readonly deadlineAt: number; readonly timer: NodeJS.Timeout }>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #retries: RetryDelays;
  #stopListening: () => void = () => undefined;
  #pollTimer: NodeJS.Timeout | undefined;
  #polling: Promise<unknown> = Promise.resolve();
  #ticking: Promise<unknown> | undefined;
  #started = false;

  constructor(options: DeadlineRunnerOptions<S>) {
    this.#options = options;
    this.#pollMs = options.pollMs ?? 250;
    this.#retries = new RetryDelays({ firstMs: 250, longestMs: 30_000 });
  }

  /** Begins to poll and to set timers. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#stopListening = this.#options.repository.onDeadlineSaved((id, deadlineAt) => {
      if (deadlineAt <= this.#options.clock.now() + this.#horizonMs()) this.#setTimer(id, deadlineAt);
    });
    this.#poll();
  }

  /** Stops and waits for running handlers. */
  async stop(): Promise<void> {
    this.#started = false;
    this.#stopListening();
    clearTimeout(this.#pollTimer);
    for (const { timer } of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    await this.#polling;
    await this.#ticking;
    await Promise.all(this.#running.values());
  }

  /** Runs every deadline that has passed by the clock, waits for the handlers, and resolves with how many were called. */
  async tick(): Promise<number> {
    const now = this.#options.clock.now();
    let called = 0;
    let from: number | undefined;
    let limit = PAGE;
    for (;;) {
      const page = await this.#upTo(now, from, limit);
      const due = page.filter((document) => this.#mayRun(document, now) && !this.#running.has(document.id));
      await Promise.all(due.map((document) => this.#fire(document.id)));
      called += due.length;
      if (page.length < limit) return called;
      const last = page.at(-1)?.deadlineAt;
      // Documents that cannot run yet stay at the front; where more share one deadline than fit a page, the page must grow.
      if (last === from) limit *= 2;
      from = last;
    }
  }

  // Asking a little ahead means that every deadline, also one saved before this process began, gets an exact timer in time.
  #horizonMs(): number {
    return 2 * this.#pollMs;
  }

  #poll(): void {
    this.#polling = this.#pollOnce()
      .catch((error: unknown) => this.#options.onError?.(error))
      .then(() => {
        if (this.#started) this.#pollTimer = setTimeout(() => this.#poll(), this.#pollMs).unref();
      });
  }

  async #pollOnce(): Promise<void> {
    const now = this.#options.clock.now();
    const page = await this.#upTo(now + this.#horizonMs(), undefined, PER_POLL);
    const due = page.filter((document) => this.#mayRun(document, now));
    for (const { id, deadlineAt } of page) {
      if (deadlineAt !== undefined && deadlineAt > now) this.#setTimer(id, deadlineAt);
    }
    // Not awaited: one handler that hangs must not hold up the deadlines of others.
    for (const { id } of due) void this.#fire(id);
    if (page.length === PER_POLL) this.#ticking ??= this.#tickOnce();
  }

  #tickOnce(): Promise<unknown> {
    return this.tick()
      .catch((error: unknown) => this.#options.onError?.(error))
      .finally(() => (this.#ticking = undefined));
  }

  #upTo(latest: number, from: number | undefined, limit: number): Promise<StoredState<S>[]> {
    return this.#options.repository.find({
      where: [
        { field: 'deadlineAt', op: '<=', value: latest },
        ...(from === undefined ? [] : [{ field: 'deadlineAt', op: '>=', value: from } as const]),
      ],
      orderBy: [{ field: 'deadlineAt', direction: 'asc' }],
      limit,
    });
  }

  #setTimer(id: string, deadlineAt: number): void {
    const known = this.#timers.get(id);
    if (!this.#started || known?.deadlineAt === deadlineAt) return;
    clearTimeout(known?.timer);
    const delay = Math.max(0, deadlineAt - this.#options.clock.now());
    const timer = setTimeout(() => {
      this.#timers.delete(id);
      void this.#fire(id);
    }, delay);
    this.#timers.set(id, { deadlineAt, timer: timer.unref() });
  }

  #mayRun({ id, deadlineAt }: StoredState<S>, now: number): boolean {
    if (deadlineAt === undefined || deadlineAt > now || !this.#retries.ready(id, now)) return false;
    const { owns, takeOverAfterMs = 2000 } = this.#options;
    return owns === undefined || owns(id) || deadlineAt <= now - takeOverAfterMs;
  }

  #fire(id: string): Promise<void> {
    const running = this.#running.get(id);
    if (running !== undefined) return running;
    const fired = this.#run(id).finally(() => this.#running.delete(id));
    this.#running.set(id, fired);
    return fired;
  }

  async #run(id: string): Promise<void> {
    const { repository, clock, onDeadline } = this.#options;
    const now = clock.now();
    try {
      const document = await repository.get(id);
      if (document?.deadlineAt === undefined || document.deadlineAt > now) {
        this.#retries.succeeded(id);
        // Timers may fire a millisecond early by the clock.
        if (document?.deadlineAt === now + 1) this.#setTimer(id, now + 1);
        return;
      }
      if (!this.#mayRun(document, now)) return;
      const { state, deadlineAt } = document;
      await onDeadline({
        id,
        state,
        deadlineAt,
        now,
        cause: deadlineCause(repository.name, document, deadlineAt),
      });
      if ((await repository.get(id))?.deadlineAt === deadlineAt) {
        throw new BatonError(
          'deadline-not-moved',
          `The deadline of ${repository.name} ${id} was handled but is still there.`,
        );
      }
      this.#retries.succeeded(id);
    } catch (error) {
      this.#retries.failed(id, now);
      this.#options.onError?.(error);
    }
  }
}

function deadlineCause<S>(collection: string, document: StoredState<S>, deadlineAt: number): Cause {
  const { id, tenantId, correlationId } = document;
  return { id: `deadline:${collection}/${id}@${deadlineAt}`, tenantId, correlationId };
}
