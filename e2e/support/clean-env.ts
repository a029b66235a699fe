import { join } from 'node:path';
import { root } from './built.js';

/**
 * The environment without anything that configures Baton, so that a test decides all of it. Compiled code is kept between the
 * many starts.
 */
export function cleanEnv(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(BATON_|OTEL_|PORT$|NODE_OPTIONS$)/.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), NODE_COMPILE_CACHE: join(root, '.cache/node'), ...more };
}
