import { BatonError } from '@baton/kernel';
import type { z } from 'zod';

/** The valid body or query, or `invalid-argument` that names the field. An absent body counts as an empty object. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  throw new BatonError('invalid-argument', `${where}${issue?.message ?? 'not valid'}.`);
}
