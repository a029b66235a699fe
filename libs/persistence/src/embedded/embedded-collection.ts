import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { err, ok, type Result } from '@baton/kernel';
import type {
  Collection,
  CollectionSpec,
  Condition,
  InsertOutcome,
  Query,
  Versioned,
  VersionConflict,
} from '../collection.js';
import { checkQuery, fieldAt, uniqueValues } from '../indexed-fields.js';
import { storeUnavailable, uniqueViolation } from '../store-errors.js';
import { columnValue } from './column-value.js';
import type { GroupCommit } from './group-commit.js';
import { countSql, selectSql, type SqlQuery } from './sql-query.js';
import { isSqliteError } from './sqlite-errors.js';
import { columnOf } from './table.js';

type Row = Record<string, SQLOutputValue>;

/** One table of the embedded store. Reads see what is committed, writes go through the group commit. */
export class EmbeddedCollection<T extends object> implements Collection<T> {
  readonly #db: DatabaseSync;
  readonly #commits: GroupCommit;
  readonly #name: string;
  readonly #fields: readonly string[];
  readonly #uniqueIndexes: readonly (readonly string[])[];
  readonly #queries = new Map<string, StatementSync>();
  readonly #insert: string;
  readonly #update: string;
  readonly #delete: string;
  readonly #get: StatementSync;
  readonly #getMany: StatementSync;

  constructor(db: DatabaseSync, commits: GroupCommit, spec: CollectionSpec, fields: readonly string[]) {
    const { name } = spec;
    this.#db = db;
    this.#commits = commits;
    this.#name = name;
    this.#fields = fields;
    this.#uniqueIndexes = (spec.indexes ?? []).filter(({ unique }) => unique).map((index) => index.fields);
    const columns = ['id', 'version', 'body', ...fields.map(columnOf)];
    const assignments = ['version = ?', 'body = ?', ...fields.map((field) => `${columnOf(field)} = ?`)];
    this.#insert = `INSERT INTO "${name}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT (id) DO NOTHING`;
    this.#update = `UPDATE "${name}" SET ${assignments.join(', ')} WHERE id = ? AND version = ?`;
    this.#delete = `DELETE FROM "${name}" WHERE id = ? AND version = ?`;
    this.#get = db.prepare(`SELECT id, version, body FROM "${name}" WHERE id = ?`);
    this.#getMany = db.prepare(
      `SELECT id, version, body FROM "${name}" WHERE id IN (SELECT value FROM json_each(?))`,
    );
  }

  async get(id: string): Promise<Versioned<T> | undefined> {
    const row = this.#read(() => this.#get.get(id));
    return row === undefined ? undefined : fromRow<T>(row);
  }

  async getMany(ids: readonly string[]): Promise<Versioned<T>[]> {
    return this.#read(() => this.#getMany.all(JSON.stringify(ids))).map((row) => fromRow<T>(row));
  }

  async save(id: string, expectedVersion: number, body: T): Promise<Result<Versioned<T>, VersionConflict>> {
    const values = this.#stored(body);
    const version = expectedVersion + 1;
    const { written, constraint } = await this.#commits.submit(
      expectedVersion === 0
        ? { sql: this.#insert, rows: [[id, version, ...values]] }
        : { sql: this.#update, rows: [[version, ...values, id, expectedVersion]] },
    );
    if (constraint !== undefined) throw uniqueViolation(this.#name, new Error(constraint));
    return written === 1 ? ok({ id, version, body }) : err({ code: 'version-conflict', id, expectedVersion });
  }

  async insertMany(documents: readonly { readonly id: string; readonly body: T }[]): Promise<InsertOutcome> {
    if (documents.length === 0) return { inserted: 0 };
    const rows = documents.map(({ id, body }) => [id, 1, ...this.#stored(body)]);
    const { written } = await this.#commits.submit({ sql: this.#insert, rows });
    const conflict = documents[written];
    return conflict === undefined ? { inserted: written } : { inserted: written, conflict: conflict.id };
  }

  async find(query: Query): Promise<Versioned<T>[]> {
    checkQuery(this.#name, this.#fields, query);
    return this.#all(selectSql(this.#name, query)).map((row) => fromRow<T>(row));
  }

  async count(where: readonly Condition[] = []): Promise<number> {
    checkQuery(this.#name, this.#fields, { where });
    return Number(this.#all(countSql(this.#name, where))[0]?.['count'] ?? 0);
  }

  async delete(id: string, expectedVersion: number): Promise<boolean> {
    const { written } = await this.#commits.submit({ sql: this.#delete, rows: [[id, expectedVersion]] });
    return written === 1;
  }

  /** Body and field columns as bound values; taken at call time, so that later changes of `body` are not stored. */
  #stored(body: T): SQLInputValue[] {
    for (const fields of this.#uniqueIndexes) uniqueValues(body, fields);
    return [JSON.stringify(body), ...this.#fields.map((field) => columnValue(fieldAt(body, field)))];
  }

  #all({ sql, values }: SqlQuery): Row[] {
    return this.#read(() => {
      let statement = this.#queries.get(sql);
      if (statement === undefined) {
        statement = this.#db.prepare(sql);
        this.#queries.set(sql, statement);
      }
      return statement.all(...values);
    });
  }

  #read<R>(read: () => R): R {
    try {
      return read();
    } catch (error) {
      if (isSqliteError(error) || !this.#db.isOpen)
        throw storeUnavailable('The embedded store could not read.', error);
      throw error;
    }
  }
}

function fromRow<T>(row: Row): Versioned<T> {
  return {
    id: String(row['id']),
    version: Number(row['version']),
    body: JSON.parse(String(row['body'])) as T,
  };
}
