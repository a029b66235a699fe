import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Keys for services that live only as long as this command (in production they come from secrets), and a database of their own: what
 * was sealed under one set of keys is closed to the next, and nobody's data is touched on a server that is not ours.
 */
export function scratchKeys(dir: string): Readonly<Record<string, string>> {
  const auditKey = join(dir, 'audit-ed25519.pem');
  const sessionKey = join(dir, 'session.key');
  const customerKey = join(dir, 'customer.key');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(auditKey, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  writeFileSync(sessionKey, randomBytes(32).toString('base64'), { mode: 0o600 });
  writeFileSync(customerKey, randomBytes(32).toString('base64'), { mode: 0o600 });
  return {
    BATON_AUDIT_KEY_FILE: auditKey,
    BATON_SESSION_KEY_FILE: sessionKey,
    BATON_CUSTOMER_KEY_FILE: customerKey,
    BATON_MONGO_DATABASE: `baton-scratch-${randomBytes(4).toString('hex')}`,
  };
}
