import type { Result } from '@baton/kernel';

/**
 * The port between Baton and a document store. Adapters: `embedded/` (SQLite) and `mongo/` (mongoose).
 *
 * Promises every adapter keeps (and `collection.contract.ts` proves):
 * - `save` is one atomic write with the expected version: of any number of concurrent saves with the same version exactly one wins.
 * - What `get` and `find` return is the caller's own: changing it changes nothing stored.
 * - A resolved write survives kill -9 of this process.
 * - Rejects with `BatonError` `store-unavailable` (retriable) where the store cannot be reached or refuses the write (disk full).
 *   The write may or may not have happened then: read again before deciding again.
 * - Rejects with `unique-violation` where a unique index already holds the values under another id, `undeclared-field` where a
 *   query names a field no index declares, `unindexable-field` where a declared field holds an array, or a unique one an object.
 *
 * Bodies are JSON values: `undefined` members are left out, member names may hold any character.
 */
export interface Collection<T extends object> {
  get(id: string): Promise<Versioned<T> | undefined>;
  /** Several at once, in any order; absent ids are left out. */
  getMany(ids: readonly string[]): Promise<Versioned<T>[]>;
  /**
   * Writes the document if its stored version is `expectedVersion` (0: it must not exist yet) and makes it
   * `expectedVersion + 1`. The error carries no document: read again, decide again.
   */
  save(id: string, expectedVersion: number, body: T): Promise<Result<Versioned<T>, VersionConflict>>;
  /**
   * Appends documents in order, each of which must not exist yet. Stops at the first that does: `inserted` says how many
   * were written. Unique indexes count too.
   */
  insertMany(documents: readonly { readonly id: string; readonly body: T }[]): Promise<InsertOutcome>;
  /** Documents that match every condition; sorted, then cut at `limit` (default 1000). Fields must be declared as indexes. */
  find(query: Query): Promise<Versioned<T>[]>;
  count(where?: readonly Condition[]): Promise<number>;
  /** Removes the document if its version is still the expected one. */
  delete(id: string, expectedVersion: number): Promise<boolean>;
}

export interface Versioned<T> {
  readonly id: string;
  /** 1 after the first write. */
  readonly version: number;
  readonly body: T;
}

export interface VersionConflict {
  readonly code: 'version-conflict';
  readonly id: string;
  readonly expectedVersion: number;
}

export interface InsertOutcome {
  readonly inserted: number;
  /** The id that was refused, where not all were written. */
  readonly conflict?: string;
}

/**
 * A dotted path into the body, compared with a string, number or boolean of the same type. A missing field matches nothing
 * but `exists: false`; null counts as missing. `<`, `<=`, `>` and `>=` take strings (by code point) and numbers.
 */
export interface Condition {
  readonly field: string;
  readonly op: '=' | '<' | '<=' | '>' | '>=' | 'in' | 'exists';
  readonly value: string | number | boolean | readonly (string | number)[];
}

export interface Query {
  readonly where?: readonly Condition[];
  readonly orderBy?: readonly { readonly field: string; readonly direction: 'asc' | 'desc' }[];
  readonly limit?: number;
}

/** What a collection must be able to search by. */
export interface CollectionSpec {
  /** snake_case, owned by one service: `router_handoff`. */
  readonly name: string;
  readonly indexes?: readonly IndexSpec[];
}

export interface IndexSpec {
  /** Dotted paths of plain names (letters, digits, `_`) that hold strings, numbers, booleans or objects, never arrays. */
  readonly fields: readonly string[];
  /**
   * No two documents may hold the same strings, numbers or booleans. A document that lacks one of the fields is left out of
   * account.
   */
  readonly unique?: boolean;
}

/** A whole store: hands out collections and knows whether it can be reached. */
export interface DocumentStore {
  /** True: no other process writes this store, so a copy this process keeps of its own last write is never stale. */
  readonly exclusive: boolean;
  /** Creates the collection and its indexes where they are missing. Idempotent. */
  collection<T extends object>(spec: CollectionSpec): Promise<Collection<T>>;
  health(): Promise<StoreHealth>;
  close(): Promise<void>;
}

export type StoreHealth = { readonly up: true } | { readonly up: false; readonly reason: string };
