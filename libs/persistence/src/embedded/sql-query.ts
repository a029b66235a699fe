import type { SQLInputValue } from 'node:sqlite';
import type { Condition, Query } from '../collection.js';
import { columnValue } from './column-value.js';
import { columnOf } from './table.js';

/** A statement's text and what is bound to it. */
export interface SqlQuery {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

const DEFAULT_LIMIT = 1000;

/** `SELECT id, version, body` for a query. */
export function selectSql(table: string, query: Query): SqlQuery {
  const { sql, values } = whereSql(query.where ?? []);
  const order = (query.orderBy ?? []).map(
    (by) => `${columnOf(by.field)} ${by.direction === 'asc' ? 'ASC' : 'DESC'}`,
  );
  const orderSql = order.length === 0 ? '' : ` ORDER BY ${order.join(', ')}`;
  return {
    sql: `SELECT id, version, body FROM "${table}"${sql}${orderSql} LIMIT ?`,
    values: [...values, query.limit ?? DEFAULT_LIMIT],
  };
}

/** `SELECT count(*)` under conditions. */
export function countSql(table: string, where: readonly Condition[]): SqlQuery {
  const { sql, values } = whereSql(where);
  return { sql: `SELECT count(*) AS count FROM "${table}"${sql}`, values };
}

function whereSql(where: readonly Condition[]): SqlQuery {
  if (where.length === 0) return { sql: '', values: [] };
  const parts = where.map(conditionSql);
  return {
    sql: ` WHERE ${parts.map((part) => part.sql).join(' AND ')}`,
    values: parts.flatMap((part) => part.values),
  };
}

function conditionSql({ field, op, value }: Condition): SqlQuery {
  const column = columnOf(field);
  switch (op) {
    case 'exists':
      return { sql: `${column} IS ${value === false ? '' : 'NOT '}NULL`, values: [] };
    case 'in':
      return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(value)] };
    case '=':
      return { sql: `${column} = ?`, values: [columnValue(value)] };
    default: {
      // SQLite orders all numbers before all strings; a bound of one type must not let the other through.
      const type =
        typeof value === 'number' ? `typeof(${column}) IN ('integer', 'real')` : `typeof(${column}) = 'text'`;
      return { sql: `(${column} ${op} ? AND ${type})`, values: [columnValue(value)] };
    }
  }
}
