import { BatonError } from '@baton/kernel';

const TENANT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Whether a tenant may have a log: its name stands in entry ids and in the checkpoint's origin, which have no room for more. */
export function isTenantName(tenant: string): boolean {
  return TENANT.test(tenant);
}

/** Throws `invalid-argument` for a name no log can have. */
export function checkTenantName(tenant: string): void {
  if (!isTenantName(tenant)) {
    throw new BatonError('invalid-argument', 'A tenant has letters, digits, dots and dashes, at most 100.');
  }
}
