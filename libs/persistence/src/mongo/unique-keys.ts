import { uniqueValues } from '../indexed-fields.js';

/**
 * The values of each unique index, as one text beside the body, under a sparse index: only so is a document that lacks a field of
 * a compound index left out of account on every server (`partialFilterExpression` is ignored by some).
 */
export function uniqueKeys(
  body: object,
  uniqueIndexes: readonly (readonly string[])[],
): { readonly unique?: Readonly<Record<string, string>> } {
  const keys = uniqueIndexes.flatMap((fields) => {
    const values = uniqueValues(body, fields);
    return values === undefined ? [] : [[uniqueName(fields), JSON.stringify(values)] as const];
  });
  return keys.length === 0 ? {} : { unique: Object.fromEntries(keys) };
}

/** The member of `unique` that belongs to an index; no dots, which would be a path. */
export function uniqueName(fields: readonly string[]): string {
  return fields.join('+').replaceAll('.', '/');
}
