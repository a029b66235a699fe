import { z } from 'zod';
import type { FaultPath } from './fault.js';

/** A schema without its `optional` and `default` wrappers. */
export function unwrap(schema: unknown): unknown {
  let inner = schema;
  while (
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodExactOptional ||
    inner instanceof z.ZodNullable ||
    inner instanceof z.ZodDefault
  ) {
    inner = inner.unwrap();
  }
  return inner;
}

/** The schema of one member of a map or list; of a union, that of the first option that has such a member. */
export function memberSchema(schema: unknown, part: string | number): unknown {
  const outer = unwrap(schema);
  if (outer instanceof z.ZodObject) {
    return Object.hasOwn(outer.shape, part) ? (outer.shape as Record<string, unknown>)[part] : undefined;
  }
  if (outer instanceof z.ZodArray) return outer.element;
  if (outer instanceof z.ZodRecord) return outer.valueType;
  if (outer instanceof z.ZodUnion) {
    for (const option of outer.options) {
      const member = memberSchema(option, part);
      if (member !== undefined) return member;
    }
  }
  return undefined;
}

/** The schema at a path, or undefined where nothing is expected. */
export function schemaAt(schema: unknown, path: FaultPath): unknown {
  return path.reduce<unknown>((current, part) => memberSchema(current, part), schema);
}

/** The keys a map may have; empty for anything else. */
export function knownKeys(schema: unknown): readonly string[] {
  const outer = unwrap(schema);
  if (outer instanceof z.ZodObject) return Object.keys(outer.shape);
  if (outer instanceof z.ZodUnion) return outer.options.flatMap((option) => knownKeys(option));
  if (outer instanceof z.ZodRecord && outer.keyType instanceof z.ZodEnum)
    return outer.keyType.options.map(String);
  return [];
}

/** What a person should write where the schema applies. */
export function describeSchema(schema: unknown): string | undefined {
  for (let inner = schema; inner instanceof z.ZodType;) {
    if (inner.description !== undefined) return inner.description;
    const next = unwrap(inner);
    if (next === inner) break;
    inner = next;
  }
  const inner = unwrap(schema);
  if (inner instanceof z.ZodEnum) return `one of ${inner.options.join(', ')}`;
  if (inner instanceof z.ZodLiteral) return [...inner.values].join(' or ');
  if (inner instanceof z.ZodBoolean) return 'true or false';
  if (inner instanceof z.ZodArray) return `a list of ${describeSchema(inner.element) ?? 'entries'}`;
  if (inner instanceof z.ZodObject) return `{ ${Object.keys(inner.shape).join(', ')} }`;
  return undefined;
}
