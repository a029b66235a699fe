import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { CliError } from './cli-error.js';

/** JSON lines from stdin, each checked. Exit 2 names the line and the field. Empty lines are skipped. */
export async function* readJsonLines<T>(
  schema: z.ZodType<T>,
  input: NodeJS.ReadableStream = process.stdin,
): AsyncGenerator<T> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      throw new CliError(
        2,
        `stdin:${number}: not JSON; write one object a line, e.g. {"id":"1","text":"hello"}`,
      );
    }
    const parsed = schema.safeParse(json);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new CliError(2, `stdin:${number}: ${issue?.path.join('.') || 'the line'}: ${issue?.message}`);
    }
    yield parsed.data;
  }
}
