import { randomBytes } from 'node:crypto';
import { BatonError } from '@baton/kernel';
import { openSecretKey, type Config } from '@baton/service-kit';

/**
 * The key sessions are signed with: derived (HKDF-SHA-256, RFC 5869) from the configured file; else from
 * `<dataDir>/keys/session.key`, made at the first start where the data folder is this machine's own; else random, so that
 * sessions live as long as the process and at one replica only, which `warn` hears. Throws `invalid-session-key`.
 */
export function openSessionKey(
  { sessionKeyFile: file, store, dataDir }: Pick<Config, 'sessionKeyFile' | 'store' | 'dataDir'>,
  warn: (message: string) => void,
): Uint8Array {
  const mayMake = store === 'embedded';
  if (file === undefined && !mayMake) {
    warn('BATON_SESSION_KEY_FILE is not set: sessions end with this process and no other replica knows them');
    return randomBytes(32);
  }
  try {
    return openSecretKey({ file, name: 'session.key', mayMake, dataDir, purpose: 'baton desk session' });
  } catch (cause) {
    if (!(cause instanceof BatonError)) throw cause;
    throw new BatonError('invalid-session-key', `Sessions cannot be signed: ${cause.message}`, { cause });
  }
}
