import type { DatabaseSync } from 'node:sqlite';
import type { CollectionSpec, IndexSpec } from '../collection.js';
import { fieldAt } from '../indexed-fields.js';
import { uniqueViolation } from '../store-errors.js';
import { columnValue } from './column-value.js';
import { isConstraintError } from './sqlite-errors.js';

/** The column an indexed field is copied to, quoted. */
export function columnOf(field: string): string {
  return `"field:${field}"`;
}

/** Creates the table, its field columns and its indexes where they are missing; fills new columns from the bodies there are. */
export function ensureTable(db: DatabaseSync, spec: CollectionSpec, fields: readonly string[]): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(
      `CREATE TABLE IF NOT EXISTS "${spec.name}" (id TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL)`,
    );
    addMissingColumns(db, spec.name, fields);
    for (const index of spec.indexes ?? []) db.exec(createIndex(spec.name, index));
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw isConstraintError(error) ? uniqueViolation(spec.name, error) : error;
  }
}

// A null first field is left out: most documents have no deadline and no pending outbox, and pay nothing for the index.
function createIndex(table: string, { fields, unique }: IndexSpec): string {
  const name = `"${table}:${unique ? 'unique' : 'index'}:${fields.join('+')}"`;
  const columns = fields.map(columnOf);
  return `CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${name} ON "${table}" (${columns.join(', ')}) WHERE ${columns[0]} IS NOT NULL`;
}

function addMissingColumns(db: DatabaseSync, table: string, fields: readonly string[]): void {
  const present = new Set(
    db
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map((row) => `"${String(row['name'])}"`),
  );
  const missing = fields.filter((field) => !present.has(columnOf(field)));
  if (missing.length === 0) return;
  for (const field of missing) db.exec(`ALTER TABLE "${table}" ADD COLUMN ${columnOf(field)}`);
  const update = db.prepare(
    `UPDATE "${table}" SET ${missing.map((field) => `${columnOf(field)} = ?`).join(', ')} WHERE rowid = ?`,
  );
  const page = db.prepare(
    `SELECT rowid AS position, body FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT 500`,
  );
  for (let rows = page.all(0); rows.length > 0; rows = page.all(Number(rows.at(-1)?.['position']))) {
    for (const row of rows) {
      const body = JSON.parse(String(row['body'])) as object;
      update.run(...missing.map((field) => columnValue(fieldAt(body, field))), Number(row['position']));
    }
  }
}
