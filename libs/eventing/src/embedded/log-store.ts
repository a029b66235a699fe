import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { decodeBatch, encodeBatch, type StoredRecord } from './record-batch.js';

/** A topic partition in the file. */
export interface Stream {
  readonly topicId: number;
  readonly topic: string;
  readonly partition: number;
}

export interface Topic {
  readonly id: number;
  readonly name: string;
  readonly partitions: number;
}

export interface CommittedOffset {
  readonly group: string;
  readonly offset: number;
  /** When the group last committed here; milliseconds since the Unix epoch. */
  readonly seenAt: number;
}

export interface BatchPosition {
  readonly seq: number;
  readonly topicId: number;
  readonly partition: number;
  readonly base: number;
  readonly count: number;
  readonly time: number;
}

/** Most records one row holds: what a reader must decode to get at the last of them. */
export const RECORDS_PER_ROW = 500;

/** The SQL of the log. Synchronous; every method throws what SQLite throws. */
export class LogStore {
  readonly #database: DatabaseSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #insert: StatementSync;
  readonly #readFrom: StatementSync;
  readonly #bounds: StatementSync;
  readonly #saveOffset: StatementSync;
  readonly #committed: StatementSync;
  readonly #dataVersion: StatementSync;
  readonly #oldest: StatementSync;
  readonly #delete: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    const prepare = (sql: string) => database.prepare(sql);
    this.#begin = prepare('BEGIN IMMEDIATE');
    this.#commit = prepare('COMMIT');
    this.#insert = prepare(
      'INSERT INTO batch (topic, partition, base, count, time, meta, data) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.#readFrom = prepare(`
      SELECT base, meta, data FROM batch
      WHERE topic = ?1 AND partition = ?2 AND base >= coalesce(
        (SELECT base FROM batch WHERE topic = ?1 AND partition = ?2 AND base <= ?3 ORDER BY base DESC LIMIT 1), 0)
      ORDER BY base`);
    this.#bounds = prepare(`
      SELECT
        (SELECT base FROM batch WHERE topic = ?1 AND partition = ?2 ORDER BY base LIMIT 1) AS earliest,
        (SELECT base + count FROM batch WHERE topic = ?1 AND partition = ?2 ORDER BY base DESC LIMIT 1) AS next`);
    this.#saveOffset = prepare(`
      INSERT INTO committed (consumer_group, topic, partition, offset, seen_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET offset = excluded.offset, seen_at = excluded.seen_at`);
    this.#committed = prepare(
      'SELECT consumer_group, offset, seen_at FROM committed WHERE topic = ? AND partition = ?',
    );
    this.#dataVersion = prepare('PRAGMA data_version');
    this.#oldest = prepare(
      'SELECT seq, topic, partition, base, count, time FROM batch WHERE seq > ? ORDER BY seq LIMIT ?',
    );
    this.#delete = prepare('DELETE FROM batch WHERE seq = ?');
  }

  /** Runs `work` in one write transaction; what it throws undoes everything. */
  transaction<R>(work: () => R): R {
    this.#begin.run();
    try {
      const result = work();
      this.#commit.run();
      return result;
    } catch (thrown) {
      // SQLite has already rolled back by itself after some errors (SQLITE_FULL, SQLITE_IOERR).
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw thrown;
    }
  }

  topics(): Topic[] {
    return this.#database
      .prepare('SELECT id, name, partitions FROM topic')
      .all()
      .map((row) => ({
        id: Number(row['id']),
        name: String(row['name']),
        partitions: Number(row['partitions']),
      }));
  }

  createTopics(names: readonly string[], partitions: number): void {
    const insert = this.#database.prepare(
      'INSERT INTO topic (name, partitions) VALUES (?, ?) ON CONFLICT DO NOTHING',
    );
    this.transaction(() => names.forEach((name) => insert.run(name, partitions)));
  }

  /** Changes when another connection, here or in another process, has written. */
  dataVersion(): number {
    return Number(this.#dataVersion.get()?.['data_version']);
  }

  append(stream: Stream, records: readonly StoredRecord[], time: number): void {
    for (let at = 0; at < records.length; at += RECORDS_PER_ROW) {
      const row = records.length <= RECORDS_PER_ROW ? records : records.slice(at, at + RECORDS_PER_ROW);
      const base = row[0]!.offset;
      const { meta, data } = encodeBatch(row);
      this.#insert.run(stream.topicId, stream.partition, base, row.length, time, meta, data);
    }
  }

  /** Up to `limit` records from `offset` on, or from the oldest kept where that is later. */
  read(stream: Stream, offset: number, limit: number): StoredRecord[] {
    const found: StoredRecord[] = [];
    for (const row of this.#readFrom.iterate(stream.topicId, stream.partition, offset)) {
      const base = Number(row['base']);
      const batch = { meta: String(row['meta']), data: row['data'] as Uint8Array };
      for (const record of decodeBatch(batch, base)) {
        if (record.offset >= offset && found.length < limit) found.push(record);
      }
      if (found.length >= limit) break;
    }
    return found;
  }

  /** `earliest` = `next` where the partition is empty; an emptied one keeps its last batch, so offsets never start again. */
  bounds(stream: Stream): { earliest: number; next: number } {
    const row = this.#bounds.get(stream.topicId, stream.partition);
    return { earliest: Number(row?.['earliest'] ?? 0), next: Number(row?.['next'] ?? 0) };
  }

  saveOffset(group: string, stream: Stream, offset: number, seenAt: number): void {
    this.#saveOffset.run(group, stream.topicId, stream.partition, offset, seenAt);
  }

  committed(stream: Pick<Stream, 'topicId' | 'partition'>): CommittedOffset[] {
    return this.#committed.all(stream.topicId, stream.partition).map((row) => ({
      group: String(row['consumer_group']),
      offset: Number(row['offset']),
      seenAt: Number(row['seen_at']),
    }));
  }

  /** Batches in the order they were appended, after `seq`. */
  oldest(seq: number, limit: number): BatchPosition[] {
    return this.#oldest.all(seq, limit).map((row) => ({
      seq: Number(row['seq']),
      topicId: Number(row['topic']),
      partition: Number(row['partition']),
      base: Number(row['base']),
      count: Number(row['count']),
      time: Number(row['time']),
    }));
  }

  delete(seqs: readonly number[]): void {
    this.transaction(() => seqs.forEach((seq) => this.#delete.run(seq)));
  }

  /** Throws what SQLite throws where there is no room for a small write. Leaves nothing behind. */
  probe(): void {
    this.transaction(() => this.#database.exec('INSERT INTO probe VALUES (zeroblob(65536))'));
    this.transaction(() => this.#database.exec('DELETE FROM probe'));
  }

  /** Upper bound of the number of pages, as a disk quota would set it. */
  limitPages(pages: number): void {
    this.#database.exec(`PRAGMA max_page_count = ${pages}`);
  }

  close(): void {
    this.#database.close();
  }
}
