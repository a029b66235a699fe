import type { z } from 'zod';
import { checkShape } from './check-shape.js';
import type { FoundFault, PackFault } from './fault.js';
import { member } from './member.js';
import { readYaml } from './yaml-source.js';

/** One YAML file of a pack, read as far as it can be. */
export interface Section<T> {
  /** Plain JavaScript, right or wrong; undefined where the file is absent or no YAML. */
  readonly value: unknown;
  /** Present where the shape is right. */
  readonly parsed: T | undefined;
  readonly faults: readonly PackFault[];
  place(fault: FoundFault): PackFault;
}

/** Reads a section; an absent text gives an empty one without faults, for its absence is reported elsewhere. */
export function readSection<S extends z.ZodType>(
  file: string,
  schema: S,
  texts: ReadonlyMap<string, string>,
): Section<z.output<S>> {
  const text = texts.get(file);
  const source = readYaml(file, text ?? '');
  const { place } = source;
  if (text === undefined) return { value: undefined, parsed: undefined, faults: [], place };
  if (source.faults.length > 0) return { value: undefined, parsed: undefined, faults: source.faults, place };
  const { parsed, faults } = checkShape(schema, source.value);
  return { value: source.value, parsed, faults: faults.map(place), place };
}

/**
 * The strings at `list[].key` (or `list[]` without a key) of a value that may be wrong elsewhere; undefined where
 * there is no such list, so that nothing is checked against it.
 */
export function namesIn(value: unknown, list: string, key?: string): string[] | undefined {
  const entries = member(value, list);
  if (!Array.isArray(entries)) return undefined;
  return entries
    .map((entry: unknown) => (key === undefined ? entry : member(entry, key)))
    .filter((name) => typeof name === 'string');
}
