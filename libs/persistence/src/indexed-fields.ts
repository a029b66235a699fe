import { BatonError } from '@baton/kernel';
import type { CollectionSpec, Query } from './collection.js';

const COLLECTION_NAME = /^[a-z][a-z0-9_]{0,62}$/;
const FIELD_PATH = /^[A-Za-z_]\w*(\.\w+)*$/;

/** The declared fields of a collection, each once, in order of declaration. Rejects malformed names with `bad-collection`. */
export function declaredFields(spec: CollectionSpec): string[] {
  if (!COLLECTION_NAME.test(spec.name)) {
    throw new BatonError('bad-collection', `Collection name ${JSON.stringify(spec.name)} is not snake_case.`);
  }
  const fields = new Set((spec.indexes ?? []).flatMap((index) => index.fields));
  for (const field of fields) {
    if (!FIELD_PATH.test(field)) {
      throw new BatonError(
        'bad-collection',
        `Field ${JSON.stringify(field)} of ${spec.name} is not a dotted path.`,
      );
    }
  }
  return [...fields];
}

/** What a body holds at a dotted path; undefined where it is missing or null. Arrays on the way are `unindexable-field`. */
export function fieldAt(body: object, path: string): string | number | boolean | object | undefined {
  let value: unknown = body;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
    if (Array.isArray(value)) {
      throw new BatonError('unindexable-field', `Indexed field ${path} holds an array.`);
    }
  }
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    default:
      return typeof value === 'object' && value !== null ? value : undefined;
  }
}

/**
 * What a unique index compares: the values of its fields, or undefined where the body lacks one and is left out of account.
 * Objects cannot be compared so: `unindexable-field`.
 */
export function uniqueValues(
  body: object,
  fields: readonly string[],
): (string | number | boolean)[] | undefined {
  const values: (string | number | boolean)[] = [];
  for (const field of fields) {
    const value = fieldAt(body, field);
    if (typeof value === 'object') {
      throw new BatonError('unindexable-field', `Field ${field} of a unique index holds an object.`);
    }
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** Rejects a query that names a field no index declares (`undeclared-field`) or compares what has no order (`bad-query`). */
export function checkQuery(collection: string, declared: readonly string[], query: Query): void {
  const used = [...(query.where ?? []), ...(query.orderBy ?? [])].map((part) => part.field);
  const unknown = used.find((field) => !declared.includes(field));
  if (unknown !== undefined) {
    throw new BatonError('undeclared-field', `No index of ${collection} declares ${unknown}.`);
  }
  for (const { field, op, value } of query.where ?? []) {
    const takesList = op === 'in';
    const ordered = op !== '=' && op !== 'in' && op !== 'exists';
    if (Array.isArray(value) !== takesList || (ordered && typeof value === 'boolean')) {
      throw new BatonError('bad-query', `Field ${field} of ${collection} cannot be compared so with ${op}.`);
    }
  }
}
