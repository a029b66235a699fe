import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BatonError } from '@baton/kernel';
import type { Collection, CollectionSpec, DocumentStore, StoreHealth } from '../collection.js';
import { declaredFields } from '../indexed-fields.js';
import { storeUnavailable } from '../store-errors.js';
import { EmbeddedCollection } from './embedded-collection.js';
import { GroupCommit } from './group-commit.js';
import { isSqliteError } from './sqlite-errors.js';
import { ensureTable } from './table.js';
import { canRunApart, runApart, runInThisThread, type TransactionRunner } from './transaction-runner.js';
import { WalCheckpoints } from './wal-checkpoints.js';

export interface EmbeddedStoreOptions {
  /** Path of the database file; its folder is made where missing. `:memory:` keeps nothing. */
  readonly file: string;
  /**
   * `process` (default): what was acknowledged survives a kill -9 of this process; a power cut may take back the last commits but
   * never damages the file. `power`: survives that too, at one fsync per group of writes.
   */
  readonly durability?: 'process' | 'power';
  /**
   * `this-thread` (default): writes run on the caller's event loop. `own-thread`: in a thread beside it, which pays where much is
   * written; a file in memory and a machine with one core have `this-thread` all the same.
   */
  readonly writer?: 'this-thread' | 'own-thread';
  /** Upper bound of the file in bytes; a write beyond it is refused like one to a full disk. Default: none. */
  readonly maxBytes?: number;
}

/** Most documents have 1 to 3 kB, and a page is the least that is written for one: half as much as with pages of 8 kB. */
const PAGE_BYTES = 4096;
const FORMAT = 1;
/** Only a net (256 MB): `WalCheckpoints` normally gets there first, outside this thread. */
const AUTO_CHECKPOINT_PAGES = 65_536;
/** As much as a busy moment writes: a disk with less space than that is full. */
const PROBE_BYTES = 262_144;
const PROBE = [
  'CREATE TABLE IF NOT EXISTS "baton:probe" (space BLOB)',
  'DELETE FROM "baton:probe"',
  `INSERT INTO "baton:probe" VALUES (zeroblob(${PROBE_BYTES}))`,
];

/**
 * A document store in one SQLite file (WAL), for one process. Rejects with `store-unavailable` where the file cannot be opened,
 * `store-format` where a newer Baton wrote it.
 */
export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<DocumentStore> {
  try {
    if (options.file !== ':memory:') mkdirSync(dirname(options.file), { recursive: true });
    return new EmbeddedStore(openDatabase(options), options);
  } catch (error) {
    if (error instanceof BatonError) throw error;
    throw storeUnavailable('The embedded store could not be opened.', error);
  }
}

function openDatabase(options: EmbeddedStoreOptions): DatabaseSync {
  const db = new DatabaseSync(options.file, { timeout: 1000 });
  db.exec(connectionPragmas(options));
  const format = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (format > FORMAT) {
    db.close();
    throw new BatonError(
      'store-format',
      `The embedded store has format ${format}; this Baton reads up to ${FORMAT}.`,
    );
  }
  // Only a new file is written to: opening must also work on a full disk.
  if (format !== FORMAT) db.exec(`PRAGMA user_version = ${FORMAT}`);
  return db;
}

/** What every connection to the file begins with. */
function connectionPragmas({ durability = 'process', maxBytes }: EmbeddedStoreOptions): string {
  const maxPages =
    maxBytes === undefined
      ? ''
      : `PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / PAGE_BYTES))};`;
  return `
    PRAGMA page_size = ${PAGE_BYTES};
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = ${durability === 'power' ? 'FULL' : 'NORMAL'};
    PRAGMA wal_autocheckpoint = ${AUTO_CHECKPOINT_PAGES};
    PRAGMA journal_size_limit = 67108864;
    PRAGMA cache_size = -65536;
    PRAGMA temp_store = MEMORY;
    ${maxPages}
  `;
}

class EmbeddedStore implements DocumentStore {
  readonly exclusive = true;
  readonly #db: DatabaseSync;
  readonly #commits: GroupCommit;
  readonly #checkpoints: WalCheckpoints;

  readonly #runner: TransactionRunner;
  #closed: Promise<void> | undefined;

  constructor(db: DatabaseSync, options: EmbeddedStoreOptions) {
    const { file, writer } = options;
    this.#db = db;
    this.#runner =
      writer === 'own-thread' && canRunApart(file)
        ? runApart(file, connectionPragmas(options))
        : runInThisThread(db);
    this.#checkpoints = new WalCheckpoints(file, (until) => this.#commits.hold(until));
    this.#commits = new GroupCommit(this.#runner, (rows) => this.#checkpoints.wrote(rows));
  }

  async collection<T extends object>(spec: CollectionSpec): Promise<Collection<T>> {
    const fields = declaredFields(spec);
    try {
      ensureTable(this.#db, spec, fields);
      return new EmbeddedCollection<T>(this.#db, this.#commits, spec, fields);
    } catch (error) {
      if (isSqliteError(error)) throw storeUnavailable(`Collection ${spec.name} could not be opened.`, error);
      throw error;
    }
  }

  async health(): Promise<StoreHealth> {
    if (!this.#db.isOpen) return { up: false, reason: 'closed' };
    try {
      // After a failed commit only a write tells whether there is space again; reading would succeed on a full disk.
      if (this.#commits.failure === undefined) this.#db.prepare('SELECT 1').get();
      else await this.#probeWrite();
      return { up: true };
    } catch (error) {
      return { up: false, reason: reasonOf(error) };
    }
  }

  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  async #close(): Promise<void> {
    await this.#commits.flush();
    await this.#runner.close();
    await this.#checkpoints.stop();
    this.#db.close();
  }

  async #probeWrite(): Promise<void> {
    await Promise.all(PROBE.map((sql) => this.#commits.submit({ sql, rows: [[]] })));
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof BatonError ? error.cause : error;
  const known = typeof cause === 'object' && cause !== null && 'errstr' in cause;
  return known ? String(cause.errstr) : 'the embedded store does not answer';
}
