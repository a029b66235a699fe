import { nearest } from './nearest.js';
import type { PolicyFault } from './policy-fault.js';

/** The form a parsed value must have. */
export type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'text'
  | { readonly items: Shape }
  | { readonly fields: Readonly<Record<string, Shape>>; readonly optional: Readonly<Record<string, Shape>> };

type Path = readonly (string | number)[];

/** Compares a parsed value with its form and reports each difference; an empty list means it fits. */
export function shapeFaults(value: unknown, shape: Shape, path: Path = []): PolicyFault[] {
  if (shape === 'string' || shape === 'number' || shape === 'boolean') {
    return typeof value === shape ? [] : [wrong(path, `a ${shape}`, value)];
  }
  if (shape === 'text') return textFaults(value, path);
  if ('items' in shape) {
    if (!Array.isArray(value)) return [wrong(path, 'a list', value)];
    return value.flatMap((item, index) => shapeFaults(item, shape.items, [...path, index]));
  }
  if (!isRecord(value)) return [wrong(path, 'a map', value)];
  const known = { ...shape.fields, ...shape.optional };
  const missing = Object.keys(shape.fields).filter((name) => value[name] === undefined);
  return [
    ...missing.map((name) => missingField([...path, name], known[name]!)),
    ...Object.entries(value).flatMap(([name, member]) => {
      if (member === undefined) return [];
      const memberShape = Object.hasOwn(known, name) ? known[name] : undefined;
      if (memberShape === undefined) return [unknownField([...path, name], Object.keys(known))];
      return shapeFaults(member, memberShape, [...path, name]);
    }),
  ];
}

function textFaults(value: unknown, path: Path): PolicyFault[] {
  if (!isRecord(value)) return [wrong(path, 'a text', value, '{ en: "One sentence." }')];
  return Object.entries(value).flatMap(([language, sentence]) => {
    const here = [...path, language];
    if (!/^[a-z]{2,3}$/.test(language))
      return [wrong(here, 'a primary language tag', language, 'en, es, fr …')];
    return typeof sentence === 'string' && sentence.trim() !== ''
      ? []
      : [wrong(here, 'a sentence', sentence)];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(path: Path, expected: string, value: unknown, example = expected): PolicyFault {
  const found = value === null ? 'nothing' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  const message = `${path.at(-1) ?? 'The policy'} must be ${expected}; it is ${found}.`;
  return { path, code: 'wrong-shape', message, instead: `Write ${example}.` };
}

function missingField(path: Path, shape: Shape): PolicyFault {
  const name = String(path.at(-1));
  const form = typeof shape === 'string' ? shape : 'items' in shape ? 'list' : 'map';
  return {
    path,
    code: 'missing-field',
    message: `"${name}" is missing.`,
    instead: `Add ${name}: a ${form}.`,
  };
}

function unknownField(path: Path, known: readonly string[]): PolicyFault {
  const name = String(path.at(-1));
  const near = nearest(name, known);
  return {
    path,
    code: 'unknown-field',
    message: `"${name}" is not a field here.`,
    instead: near === undefined ? `Use ${known.join(', ')}.` : `Did you mean ${near}?`,
  };
}
