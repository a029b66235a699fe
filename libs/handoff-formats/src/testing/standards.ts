import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where published schemas and vectors are: `BATON_STANDARDS` names a folder with `ohp/` (the schemas and `conformance/` of
 * OpenHandoffProtocol/OHP) and `vcon/` (the working group's `vcon_json_schema.json`). They are other people's and not part of Baton.
 */
export function standard(
  folder: string | undefined,
  ...path: readonly string[]
): { readonly file: string; readonly why?: string } {
  const file = join(folder ?? '', ...path);
  if (folder === undefined) return { file, why: 'BATON_STANDARDS does not name the folder of the standards' };
  return existsSync(file) ? { file } : { file, why: `${file} is not there` };
}

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
