import type { EventRecord } from '@baton/eventing';
import type { Clock } from '@baton/kernel';
import type { Condition, DocumentStore, IndexSpec, Query } from '../collection.js';
import type { Cause } from './cause.js';
import type { Decision, UpdateOutcome } from './decision.js';

/**
 * Documents of one collection under the one-write rule (transactional outbox and idempotent consumer in one document): next
 * state, outgoing events and the handled cause are saved in ONE write with the expected version; events are published after
 * it, in the order of saves per document, and cleared from the document later. Crash anywhere: redelivery of the cause or
 * `recover` publishes the same event ids again.
 *
 * States are immutable values: `decide` returns a new one and never changes the one it was given.
 */
export interface OutboxRepository<S extends object> {
  /** The collection's name. */
  readonly name: string;

  get(id: string): Promise<StoredState<S> | undefined>;
  getMany(ids: readonly string[]): Promise<StoredState<S>[]>;
  /** Fields are paths into the stored document: `state.status`, `tenantId`, `deadlineAt`. */
  find(query: Query): Promise<StoredState<S>[]>;
  count(where?: readonly Condition[]): Promise<number>;

  /**
   * Reads, decides, saves, publishes. `decide` is pure and may run several times; undefined means the cause changes nothing.
   * Updates of one id are decided one after the other, each on what the one before it made; those that wait while an earlier write
   * runs share the next. Rejects with
   * - `bus-unavailable` (retriable): saved but not published; the outbox keeps the events, the same cause again publishes them;
   * - `store-unavailable` (retriable): whether it was saved is not known; the same cause again finds out;
   * - `too-many-conflicts` (retriable): other writers won ten times in a row; nothing was saved;
   * - `tenant-mismatch`: the document belongs to another tenant than the cause; nothing was saved;
   * - whatever `decide` throws; nothing was saved.
   */
  update(
    id: string,
    cause: Cause,
    decide: (state: S | undefined) => Decision<S> | undefined,
    options?: UpdateOptions,
  ): Promise<UpdateOutcome<S>>;

  /** Publishes what is still pending, then removes the document. False where there is none. */
  delete(id: string): Promise<boolean>;

  /**
   * Publishes the outbox of every document whose events were saved at least `olderThanMs` ago (default 0) and are not known to be
   * published. Resolves with the number of documents; rejects with `bus-unavailable` where the bus refuses.
   */
  recover(olderThanMs?: number): Promise<number>;
  /** Clears outboxes acknowledged at least `olderThanMs` ago (default 0). Resolves with the number of documents. */
  sweep(olderThanMs?: number): Promise<number>;

  /** Recovers everything once, then sweeps and recovers in the background until `close`. */
  start(): Promise<void>;
  /** Waits for running updates, clears what is acknowledged and stops the background work. The store stays open. */
  close(): Promise<void>;

  /** Calls back after every save of a document with a deadline. Returns how to stop. */
  onDeadlineSaved(listener: (id: string, deadlineAt: number) => void): () => void;
}

/** A document as its service sees it. */
export interface StoredState<S> {
  readonly id: string;
  readonly version: number;
  readonly tenantId: string;
  readonly correlationId: string;
  readonly state: S;
  readonly deadlineAt?: number;
}

export interface UpdateOptions {
  /**
   * What to do where the save succeeded and the bus is down. `reject` (default): right for event handlers, which are called
   * again. `defer`: resolve as applied and leave publishing to the background; right for commands whose caller only needs the state.
   */
  readonly whenBusDown?: 'reject' | 'defer';
  /**
   * How long the update may wait for others of its document, to be written together with them, in milliseconds. Default 0: it begins
   * at once. An update that does not wait takes along those that do, and so does reading the document with `get`.
   */
  readonly gatherMs?: number;
}

export interface OutboxRepositoryOptions {
  readonly store: DocumentStore;
  /** Collection name, snake_case, owned by one service: `router_handoff`. */
  readonly name: string;
  /** What the service searches by, as paths into the stored document: `state.queue`. */
  readonly indexes?: readonly IndexSpec[];
  /** `/baton/<service>`: the source of every event. */
  readonly source: string;
  /** Appends records to the log; resolves when they are durable. `bus.publish`. */
  readonly publish: (records: readonly EventRecord[]) => Promise<void>;
  readonly clock: Clock;
  /** Uniform in [0, 1), for jitter. Default `Math.random`. */
  readonly random?: () => number;
  /** Documents kept in memory. Default 20,000. */
  readonly cacheSize?: number;
  /**
   * Causes a document remembers. Default 64. Must exceed the events for one document that can be redelivered at once, that is
   * those between two offset commits: raise it for documents many calls share.
   */
  readonly inboxSize?: number;
  /** How long acknowledged events may stay in the document, waiting to be cleared by its next write. Default 1,000 ms. */
  readonly clearAfterMs?: number;
  /** Freeze states, to catch handlers that change them: for tests, it costs time. Default false. */
  readonly freezeStates?: boolean;
  /** Told of failures in the background; they are retried. */
  readonly onBackgroundError?: (error: unknown) => void;
}
