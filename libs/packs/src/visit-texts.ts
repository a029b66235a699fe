import type { FaultPath } from './fault.js';
import { memberSchema, unwrap } from './schema-at.js';
import { examplesSchema, textSchema, textsSchema } from './text.js';

/** One map from language to sentences, wherever it stands in a file. */
export interface FoundText {
  readonly path: FaultPath;
  readonly languages: readonly string[];
  /** Every sentence with its own path. */
  readonly sentences: readonly { readonly path: FaultPath; readonly text: string }[];
}

/** Every text of a value, right or wrong elsewhere, so that its faults are reported with all others. */
export function textsOf(schema: unknown, value: unknown, path: FaultPath = []): FoundText[] {
  if (value === null || typeof value !== 'object') return [];
  const plain = unwrap(schema);
  if (plain === textSchema || plain === textsSchema || plain === examplesSchema)
    return [foundText(value, path)];
  const members: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return members.flatMap(([key, member]) => {
    const inner = memberSchema(plain, key);
    return inner === undefined ? [] : textsOf(inner, member, [...path, key]);
  });
}

function foundText(value: object, path: FaultPath): FoundText {
  const sentences = Object.entries(value).flatMap(([language, said]: [string, unknown]) => {
    if (typeof said === 'string') return [{ path: [...path, language], text: said }];
    if (!Array.isArray(said)) return [];
    return said.flatMap((text: unknown, index) =>
      typeof text === 'string' ? [{ path: [...path, language, index], text }] : [],
    );
  });
  return { path, languages: Object.keys(value), sentences };
}
