import type { Cause } from './cause.js';
import type { Decision, UpdateOutcome } from './decision.js';
import type { UpdateOptions } from './outbox-repository.js';

/** An update somebody waits for. */
export interface PendingUpdate<S> {
  readonly cause: Cause;
  readonly decide: (state: S | undefined) => Decision<S> | undefined;
  readonly options: UpdateOptions;
  /** Runs work as the one who asked: their trace, not that of whoever's turn it is. */
  readonly asAsked: <R>(work: () => R) => R;
  readonly resolve: (outcome: UpdateOutcome<S>) => void;
  readonly reject: (reason: unknown) => void;
}

interface Waiting<S> {
  readonly updates: PendingUpdate<S>[];
  timer: NodeJS.Timeout | undefined;
}

/** Updates by document, in the order asked, until it is the document's turn: they share its next write. */
export class PendingUpdates<S> {
  readonly #begin: (id: string) => void;
  readonly #waiting = new Map<string, Waiting<S>>();

  /** `begin` is called once for all that waits under an id, when the first of it wants to begin. */
  constructor(begin: (id: string) => void) {
    this.#begin = begin;
  }

  add(id: string, update: PendingUpdate<S>): void {
    const gatherMs = update.options.gatherMs ?? 0;
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined) {
      waiting.updates.push(update);
      if (gatherMs === 0) this.#start(id, waiting);
      return;
    }
    const first: Waiting<S> = { updates: [update], timer: undefined };
    this.#waiting.set(id, first);
    if (gatherMs === 0) this.#begin(id);
    else first.timer = setTimeout(() => this.#start(id, first), gatherMs);
  }

  /** Takes what waits under an id. */
  take(id: string): readonly PendingUpdate<S>[] {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting?.updates ?? [];
  }

  /** Ends the patience of those under an id; whether there were any. */
  hurry(id: string): boolean {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return false;
    this.#start(id, waiting);
    return true;
  }

  hurryAll(): void {
    for (const id of this.#waiting.keys()) this.hurry(id);
  }

  #start(id: string, waiting: Waiting<S>): void {
    if (waiting.timer === undefined) return;
    clearTimeout(waiting.timer);
    waiting.timer = undefined;
    this.#begin(id);
  }
}
