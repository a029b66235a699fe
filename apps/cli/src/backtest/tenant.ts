import { basename } from 'node:path';
import { CliError } from '../cli-error.js';
import { packDir } from '../open-pack.js';
import type { AuditLogReader } from './audit-log.js';

/** The tenant whose log is meant, and its pack: the one named, or the only one there. */
export function tenantOf(
  { tenants }: Pick<AuditLogReader, 'tenants'>,
  pack: string | undefined,
): { readonly tenant: string; readonly pack: string } {
  if (pack !== undefined) return { tenant: basename(packDir(pack)), pack };
  const [only, ...others] = tenants;
  if (only !== undefined && others.length === 0) return { tenant: only, pack: only };
  const which = only === undefined ? 'no tenant has decisions there' : `tenants there: ${tenants.join(', ')}`;
  throw new CliError(2, `name the pack with --pack (${which})`);
}
