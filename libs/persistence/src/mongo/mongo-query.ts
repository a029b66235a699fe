import type { mongo } from 'mongoose';
import type { Condition, Query } from '../collection.js';

/** A document as MongoDB keeps it. */
export interface MongoDocument {
  readonly _id: string;
  readonly v: number;
  readonly body: unknown;
  /** One text per unique index whose fields the body holds. */
  readonly unique?: Readonly<Record<string, string>>;
}

const OPERATORS = { '=': '$eq', '<': '$lt', '<=': '$lte', '>': '$gt', '>=': '$gte', in: '$in' } as const;

/** Conditions as a MongoDB filter; all must hold. MongoDB compares within one type, as the port wants it. */
export function toFilter(where: readonly Condition[]): mongo.Filter<MongoDocument> {
  if (where.length === 0) return {};
  return { $and: where.map(({ field, op, value }) => ({ [pathOf(field)]: operatorOf(op, value) })) };
}

/** Sort keys as MongoDB takes them. */
export function toSort(query: Query): Record<string, 1 | -1> {
  return Object.fromEntries(
    (query.orderBy ?? []).map(({ field, direction }) => [pathOf(field), direction === 'asc' ? 1 : -1]),
  );
}

/** Where MongoDB finds a field of the body. */
export function pathOf(field: string): string {
  return `body.${field}`;
}

function operatorOf(op: Condition['op'], value: Condition['value']): object {
  if (op !== 'exists') return { [OPERATORS[op]]: value };
  return value === false ? { $eq: null } : { $ne: null };
}
