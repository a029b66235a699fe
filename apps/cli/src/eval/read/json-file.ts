import type { z } from 'zod';
import { badData, readLines, readText } from './text-file.js';

/** A JSON file, checked. Exit 2 names the file, the line or the field, and what was wanted. */
export function readJson<T>(schema: z.ZodType<T>, folder: string, ...path: readonly string[]): T {
  const { file, text } = readText(folder, ...path);
  return checked(schema, parsed(text.replace(/^\ufeff/, ''), file, 1), file, '');
}

/** A file of one JSON value a line, each checked. */
export function readJsonLines<T>(schema: z.ZodType<T>, folder: string, ...path: readonly string[]): T[] {
  const { file, lines } = readLines(folder, ...path);
  return lines.map(({ number, text }) =>
    checked(schema, parsed(text, file, number), `${file}:${number}`, 'the line'),
  );
}

function parsed(text: string, file: string, firstLine: number): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const problem = thrown instanceof Error ? thrown.message : 'not JSON';
    const offset = Number(/position (\d+)/.exec(problem)?.[1] ?? 0);
    const line = firstLine + text.slice(0, offset).split('\n').length - 1;
    // The parser quotes what it read; a data set may hold personal data, so only its place is told.
    return badData(file, line, 'not JSON here; write valid JSON');
  }
}

function checked<T>(schema: z.ZodType<T>, value: unknown, file: string, whole: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`))
    .join('');
  return badData(file, field || whole || 'the file', issue?.message ?? 'not as expected');
}
