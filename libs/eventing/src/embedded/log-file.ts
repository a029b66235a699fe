import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BatonError } from '@baton/kernel';

/** Bumped whenever the tables change shape. */
const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE topic (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    partitions INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE batch (
    seq INTEGER PRIMARY KEY,
    topic INTEGER NOT NULL REFERENCES topic (id),
    partition INTEGER NOT NULL,
    base INTEGER NOT NULL,
    count INTEGER NOT NULL,
    time INTEGER NOT NULL,
    meta TEXT NOT NULL,
    data BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX batch_position ON batch (topic, partition, base);
  CREATE TABLE committed (
    consumer_group TEXT NOT NULL,
    topic INTEGER NOT NULL REFERENCES topic (id),
    partition INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (consumer_group, topic, partition)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE probe (bytes BLOB) STRICT;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** What survives: `process` outlives a killed process, `power` also a lost machine (an fsync per transaction, ten times slower). */
export type Durability = 'process' | 'power';

/**
 * Opens or creates the log's file in WAL mode. Throws `incompatible-log` where the file was written by another version, and
 * whatever SQLite throws where it is not a database.
 */
export function openLogFile(file: string, durability: Durability): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = ${durability === 'power' ? 'FULL' : 'NORMAL'};
    PRAGMA wal_autocheckpoint = ${AUTO_CHECKPOINT_PAGES};
    PRAGMA journal_size_limit = ${JOURNAL_BYTES};
    PRAGMA temp_store = MEMORY;
  `);
  createSchema(database, file);
  return database;
}

/** Only a safety net (256 MB): the checkpointer normally gets there first, outside this thread. */
const AUTO_CHECKPOINT_PAGES = 65_536;

/** To what the write-ahead log shrinks after a burst. */
const JOURNAL_BYTES = 64 << 20;

function createSchema(database: DatabaseSync, file: string): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version === 0) database.exec(SCHEMA);
    else if (version !== SCHEMA_VERSION) {
      throw new BatonError(
        'incompatible-log',
        `${file} is a log of version ${version}; this program writes version ${SCHEMA_VERSION}.`,
      );
    }
    database.exec('COMMIT');
  } catch (thrown) {
    database.exec('ROLLBACK');
    database.close();
    throw thrown;
  }
}
