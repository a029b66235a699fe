import mongoose, { type mongo } from 'mongoose';
import type { IndexSpec } from '../collection.js';
import { fromBson } from './bson-value.js';
import { pathOf, type MongoDocument } from './mongo-query.js';
import { uniqueKeys, uniqueName } from './unique-keys.js';

const NAMESPACE_NOT_FOUND = 26;
const COMMAND_NOT_FOUND = 59;
const PAGE = 500;

/** Creates the indexes that are missing; documents older than a unique index get its key first. */
export async function ensureIndexes(
  db: mongo.Db,
  documents: mongo.Collection<MongoDocument>,
  indexes: readonly IndexSpec[],
): Promise<void> {
  const present = await indexNames(documents);
  if (await scansForVersions(db))
    await documents.createIndex({ _id: 1, v: 1 }, { name: 'version', unique: true });
  for (const { fields, unique } of indexes) {
    const name = `index:${fields.join('+')}`;
    const keys = Object.fromEntries(fields.map((field) => [pathOf(field), 1 as const]));
    if (!present.has(name)) await documents.createIndex(keys, { name });
    if (unique) await ensureUnique(documents, fields, present);
  }
}

async function ensureUnique(
  documents: mongo.Collection<MongoDocument>,
  fields: readonly string[],
  present: ReadonlySet<string>,
): Promise<void> {
  const name = `unique:${fields.join('+')}`;
  if (present.has(name)) return;
  await addKeys(documents, fields);
  await documents.createIndex({ [`unique.${uniqueName(fields)}`]: 1 }, { name, unique: true, sparse: true });
}

async function addKeys(documents: mongo.Collection<MongoDocument>, fields: readonly string[]): Promise<void> {
  let operations: mongo.AnyBulkWriteOperation<MongoDocument>[] = [];
  const flush = async (): Promise<void> => {
    if (operations.length > 0) await documents.bulkWrite(operations, { ordered: false });
    operations = [];
  };
  for await (const { _id, v, body } of documents.find({})) {
    const key = uniqueKeys(fromBson(body) as object, [fields]).unique?.[uniqueName(fields)];
    if (key === undefined) continue;
    operations.push({
      updateOne: { filter: { _id, v }, update: { $set: { [`unique.${uniqueName(fields)}`]: key } } },
    });
    if (operations.length >= PAGE) await flush();
  }
  await flush();
}

/**
 * MongoDB finds `{ _id, v }` by its index on `_id`. In-memory servers for tests, which speak the protocol in part and know no `hello`,
 * look through the whole collection unless an index names exactly these fields.
 */
async function scansForVersions(db: mongo.Db): Promise<boolean> {
  try {
    await db.command({ hello: 1 });
    return false;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === COMMAND_NOT_FOUND) return true;
    throw error;
  }
}

async function indexNames(documents: mongo.Collection<MongoDocument>): Promise<Set<string>> {
  try {
    return new Set((await documents.indexes()).map(({ name }) => name ?? ''));
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === NAMESPACE_NOT_FOUND)
      return new Set();
    throw error;
  }
}
