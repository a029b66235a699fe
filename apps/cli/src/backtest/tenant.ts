import { basename } from 'node:path';
import { CliError } from '../cli-error.js';
import { packDir } from '../open-pack.js';
import type { AuditLogReader } from './audit-log.js';

/** The tenant whose log is meant, and its pack: the one named, or the only one there. Exit 2 where there is none. */
export function tenantOf(
  { tenants }: Pick<AuditLogReader, 'tenants'>,
  pack: string | undefined,
): { readonly tenant: string; readonly pack: string } {
  const [only, ...others] = tenants;
  if (only === undefined) throw new CliError(2, 'no decision is recorded there; see --data');
  const named = pack === undefined && others.length === 0 ? only : pack;
  if (named === undefined)
    throw new CliError(2, `name the pack with --pack; tenants there: ${tenants.join(', ')}`);
  const tenant = pack === undefined ? named : basename(packDir(named));
  if (!tenants.includes(tenant))
    throw new CliError(
      2,
      `no decision of the tenant ${tenant} is recorded there; tenants there: ${tenants.join(', ')}`,
    );
  return { tenant, pack: named };
}
