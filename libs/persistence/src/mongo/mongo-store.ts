import mongoose, { type Connection, type mongo } from 'mongoose';
import type { Collection, CollectionSpec, DocumentStore, StoreHealth } from '../collection.js';
import { declaredFields } from '../indexed-fields.js';
import { uniqueViolation } from '../store-errors.js';
import { ensureIndexes } from './ensure-indexes.js';
import { MongoCollection } from './mongo-collection.js';
import { isDuplicateKey, mongoError } from './mongo-errors.js';
import type { MongoDocument } from './mongo-query.js';

export interface MongoStoreOptions {
  /** `mongodb://…` or `mongodb+srv://…`, with credentials where the server asks for them. */
  readonly url: string;
  readonly database: string;
  /** How long an operation waits for a server before it rejects with `store-unavailable`. Default 2,000 ms. */
  readonly serverSelectionTimeoutMs?: number;
  /** How long a server may take to answer before the operation rejects with `store-unavailable`. Default 10,000 ms. */
  readonly answerTimeoutMs?: number;
  /** Connections kept at most. Default 50. */
  readonly poolSize?: number;
}

/**
 * A document store in a MongoDB database, for any number of processes. Writes are acknowledged by a majority; the driver
 * reconnects by itself. Rejects with `store-unavailable` where no server answers in time.
 */
export async function openMongoStore(options: MongoStoreOptions): Promise<DocumentStore> {
  const { serverSelectionTimeoutMs: patience = 2000, answerTimeoutMs = 10_000 } = options;
  const connection = mongoose.createConnection(options.url, {
    dbName: options.database,
    appName: 'baton',
    w: 'majority',
    serverSelectionTimeoutMS: patience,
    heartbeatFrequencyMS: 2000,
    socketTimeoutMS: answerTimeoutMs,
    // Also the heartbeat's: shorter, and a process that is busy for a moment would drop its connections.
    connectTimeoutMS: answerTimeoutMs,
    maxPoolSize: options.poolSize ?? 50,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
  });
  try {
    await connection.asPromise();
  } catch (error) {
    await connection.destroy().catch(() => undefined);
    throw mongoError(error);
  }
  return new MongoStore(connection, connection.getClient().db(options.database), patience);
}

class MongoStore implements DocumentStore {
  readonly exclusive = false;
  readonly #connection: Connection;
  readonly #db: mongo.Db;
  readonly #patience: number;

  constructor(connection: Connection, db: mongo.Db, patience: number) {
    this.#connection = connection;
    this.#db = db;
    this.#patience = patience;
  }

  async collection<T extends object>(spec: CollectionSpec): Promise<Collection<T>> {
    const fields = declaredFields(spec);
    const documents = this.#db.collection<MongoDocument>(spec.name);
    try {
      await ensureIndexes(this.#db, documents, spec.indexes ?? []);
    } catch (error) {
      throw isDuplicateKey(error) ? uniqueViolation(spec.name, error) : mongoError(error);
    }
    return new MongoCollection<T>(documents, spec, fields);
  }

  async health(): Promise<StoreHealth> {
    try {
      await this.#db.command({ ping: 1 }, { timeoutMS: this.#patience });
      return { up: true };
    } catch {
      // The driver's own message names hosts; this one goes to whoever asks /readyz.
      return { up: false, reason: 'MongoDB does not answer' };
    }
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }
}
