import { err, ok, type Result } from '@baton/kernel';
import mongoose, { type mongo } from 'mongoose';
import type {
  Collection,
  CollectionSpec,
  Condition,
  InsertOutcome,
  Query,
  Versioned,
  VersionConflict,
} from '../collection.js';
import { checkQuery, fieldAt } from '../indexed-fields.js';
import { uniqueViolation } from '../store-errors.js';
import { fromBson, toBson } from './bson-value.js';
import { isDuplicateKey, mongoError } from './mongo-errors.js';
import { toFilter, toSort, type MongoDocument } from './mongo-query.js';
import { uniqueKeys } from './unique-keys.js';

type StoredBody = Pick<MongoDocument, 'body' | 'unique'>;

const DEFAULT_LIMIT = 1000;

/** One MongoDB collection. Every save is one atomic operation on one document. */
export class MongoCollection<T extends object> implements Collection<T> {
  readonly #documents: mongo.Collection<MongoDocument>;
  readonly #name: string;
  readonly #fields: readonly string[];
  readonly #uniqueIndexes: readonly (readonly string[])[];

  constructor(documents: mongo.Collection<MongoDocument>, spec: CollectionSpec, fields: readonly string[]) {
    this.#documents = documents;
    this.#name = spec.name;
    this.#fields = fields;
    this.#uniqueIndexes = (spec.indexes ?? []).filter(({ unique }) => unique).map((index) => index.fields);
  }

  async get(id: string): Promise<Versioned<T> | undefined> {
    const found = await attempt(() => this.#documents.findOne({ _id: id }));
    return found === null ? undefined : fromDocument<T>(found);
  }

  async getMany(ids: readonly string[]): Promise<Versioned<T>[]> {
    if (ids.length === 0) return [];
    const found = await attempt(() => this.#documents.find({ _id: { $in: [...ids] } }).toArray());
    return found.map((document) => fromDocument<T>(document));
  }

  async save(id: string, expectedVersion: number, body: T): Promise<Result<Versioned<T>, VersionConflict>> {
    const version = expectedVersion + 1;
    const stored = this.#stored(body);
    const written =
      expectedVersion === 0
        ? await this.#insert(id, stored)
        : await this.#replace(id, expectedVersion, stored);
    return written ? ok({ id, version, body }) : err({ code: 'version-conflict', id, expectedVersion });
  }

  async insertMany(documents: readonly { readonly id: string; readonly body: T }[]): Promise<InsertOutcome> {
    if (documents.length === 0) return { inserted: 0 };
    const rows = documents.map(({ id, body }) => ({ _id: id, v: 1, ...this.#stored(body) }));
    try {
      await this.#documents.insertMany(rows, { ordered: true });
      return { inserted: rows.length };
    } catch (error) {
      if (!(error instanceof mongoose.mongo.MongoBulkWriteError) || !isDuplicateKey(error))
        throw mongoError(error);
      // Not `insertedCount`: some servers count those after the refused one, which an ordered insert never tries.
      const inserted = Math.min(...[error.writeErrors].flat().map(({ index }) => index));
      const conflict = rows[inserted]?._id;
      return { inserted, ...(conflict === undefined ? {} : { conflict }) };
    }
  }

  async find(query: Query): Promise<Versioned<T>[]> {
    checkQuery(this.#name, this.#fields, query);
    const { where = [], limit = DEFAULT_LIMIT } = query;
    if (limit <= 0) return [];
    const found = await attempt(() =>
      this.#documents.find(toFilter(where)).sort(toSort(query)).limit(limit).toArray(),
    );
    return found.map((document) => fromDocument<T>(document));
  }

  async count(where: readonly Condition[] = []): Promise<number> {
    checkQuery(this.#name, this.#fields, { where });
    return attempt(() => this.#documents.countDocuments(toFilter(where)));
  }

  async delete(id: string, expectedVersion: number): Promise<boolean> {
    const { deletedCount } = await attempt(() => this.#documents.deleteOne({ _id: id, v: expectedVersion }));
    return deletedCount === 1;
  }

  async #insert(id: string, stored: StoredBody): Promise<boolean> {
    try {
      await this.#documents.insertOne({ _id: id, v: 1, ...stored });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw mongoError(error);
      if ((await this.get(id)) === undefined) throw uniqueViolation(this.#name, error);
      return false;
    }
  }

  async #replace(id: string, expectedVersion: number, stored: StoredBody): Promise<boolean> {
    try {
      const replacement = { v: expectedVersion + 1, ...stored };
      const { matchedCount } = await this.#documents.replaceOne({ _id: id, v: expectedVersion }, replacement);
      return matchedCount === 1;
    } catch (error) {
      if (isDuplicateKey(error)) throw uniqueViolation(this.#name, error);
      throw mongoError(error);
    }
  }

  /** A copy of the body as stored, after making sure that its declared fields mean the same in every store. */
  #stored(body: T): StoredBody {
    for (const field of this.#fields) fieldAt(body, field);
    return { body: toBson(body), ...uniqueKeys(body, this.#uniqueIndexes) };
  }
}

function fromDocument<T>({ _id, v, body }: MongoDocument): Versioned<T> {
  return { id: _id, version: v, body: fromBson(body) as T };
}

async function attempt<R>(operation: () => Promise<R>): Promise<R> {
  try {
    return await operation();
  } catch (error) {
    throw mongoError(error);
  }
}
