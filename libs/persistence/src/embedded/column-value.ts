import type { SQLInputValue } from 'node:sqlite';

const FALSE = Uint8Array.of(0);
const TRUE = Uint8Array.of(1);
const OBJECT = new Uint8Array(0);

/**
 * An indexed field as SQLite keeps it beside the body. Each JSON type has its own storage class (booleans are one-byte blobs,
 * an object is the empty blob, missing is NULL), so that comparing never mixes types, and types sort as MongoDB sorts them.
 */
export function columnValue(value: string | number | boolean | object | undefined): SQLInputValue {
  switch (typeof value) {
    case 'undefined':
      return null;
    case 'boolean':
      return value ? TRUE : FALSE;
    case 'object':
      return OBJECT;
    default:
      return value;
  }
}
