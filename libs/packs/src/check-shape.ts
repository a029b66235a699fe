import type { z } from 'zod';
import type { FaultPath, FoundFault } from './fault.js';
import { member } from './member.js';
import { insteadOfName } from './nearest.js';
import { describeSchema, knownKeys, schemaAt } from './schema-at.js';

/** The value as the schema types it, where it has no fault, and every fault where it has. */
export function checkShape<S extends z.ZodType>(
  schema: S,
  value: unknown,
): { readonly parsed: z.output<S> | undefined; readonly faults: readonly FoundFault[] } {
  const result = schema.safeParse(value);
  if (result.success) return { parsed: result.data, faults: [] };
  return {
    parsed: undefined,
    faults: result.error.issues.flatMap((issue) => explain(schema, value, issue, [])),
  };
}

type Issue = z.core.$ZodIssue;

function explain(schema: unknown, root: unknown, issue: Issue, base: FaultPath): FoundFault[] {
  const path = [...base, ...issue.path.filter((part) => typeof part !== 'symbol')];
  const here = schemaAt(schema, path);
  const value = valueAt(root, path);
  const instead = describeSchema(here) ?? 'what docs/packs.md says';
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(here);
    return issue.keys.map((key) => ({
      path: [...path, key],
      at: 'key' as const,
      message: `unknown key \`${shown(key)}\``,
      instead: insteadOfName(key, known, 'nothing here'),
    }));
  }
  if (issue.code === 'invalid_key') {
    const key = String(path.at(-1));
    const known = knownKeys(schemaAt(schema, path.slice(0, -1)));
    const write = known.length > 0 ? insteadOfName(key, known, '') : keyDescription(schema, path);
    return [{ path, at: 'key', message: `the key \`${shown(key)}\` cannot stand here`, instead: write }];
  }
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.filter((branch) => !branch.some(rejectsWhole));
    if (meant.length === 1) return meant[0]!.flatMap((inner) => explain(schema, root, inner, path));
  }
  if (value === undefined) {
    const what = path.length === 0 ? 'the file is empty' : `\`${String(path.at(-1))}\` is missing`;
    return [
      { path, message: what, instead: path.length === 0 ? instead : `${String(path.at(-1))}: ${instead}` },
    ];
  }
  return [{ path, message: complaint(issue, value, path), instead: enumHint(issue, value) ?? instead }];
}

function rejectsWhole(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

function complaint(issue: Issue, value: unknown, path: FaultPath): string {
  if (value === null) return path.length === 0 ? 'the file is empty' : 'nothing is written here';
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    if (Array.isArray(value)) return `has ${value.length} ${value.length === 1 ? 'entry' : 'entries'}`;
    if (typeof value === 'string')
      return value.trim() === '' ? 'is an empty text' : `has ${value.length} characters`;
    return `is ${typeof value === 'number' ? value : kindOf(value)}`;
  }
  if (issue.code === 'invalid_value' && typeof value === 'string') return `is \`${shown(value)}\``;
  if (issue.code === 'invalid_type') return `is ${kindOf(value)}`;
  return typeof value === 'string' ? `\`${shown(value)}\` cannot stand here` : `is ${kindOf(value)}`;
}

function enumHint(issue: Issue, value: unknown): string | undefined {
  if (issue.code !== 'invalid_value' || typeof value !== 'string') return undefined;
  return insteadOfName(value, issue.values.map(String), '');
}

function keyDescription(schema: unknown, path: FaultPath): string {
  const record = schemaAt(schema, path.slice(0, -1));
  return describeSchema(record) ?? 'a key docs/packs.md names';
}

function valueAt(root: unknown, path: FaultPath): unknown {
  return path.reduce<unknown>((current, part) => member(current, part), root);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a fraction';
  if (typeof value === 'boolean') return `${String(value)} (without quotes)`;
  return typeof value === 'object' ? 'a map' : 'a text';
}

/** Long values are cut: a fault names the mistake, it does not repeat the file. */
function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
