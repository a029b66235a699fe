import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BatonError } from '@baton/kernel';
import type { Config } from '@baton/service-kit';

const minBytes = 32;

/**
 * The key sessions are signed with: derived (HKDF-SHA-256, RFC 5869) from the configured file; else from
 * `<dataDir>/keys/session.key`, made at the first start where the data folder is this machine's own; else random, so that
 * sessions live as long as the process and at one replica only, which `warn` hears. Throws `invalid-session-key`.
 */
export function openSessionKey(
  config: Pick<Config, 'sessionKeyFile' | 'store' | 'dataDir'>,
  warn: (message: string) => void,
): Uint8Array {
  if (config.sessionKeyFile !== undefined) return derive(readSecret(config.sessionKeyFile));
  if (config.store === 'embedded') return derive(readOrMake(join(config.dataDir, 'keys')));
  warn('BATON_SESSION_KEY_FILE is not set: sessions end with this process and no other replica knows them');
  return derive(randomBytes(minBytes));
}

function derive(secret: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'baton desk session', 32));
}

function readSecret(file: string): Uint8Array {
  let secret: Buffer;
  try {
    secret = readFileSync(file);
  } catch (cause) {
    throw new BatonError('invalid-session-key', 'The session key file cannot be read.', { cause });
  }
  if (secret.length >= minBytes) return secret;
  throw new BatonError('invalid-session-key', `The session key file has fewer than ${minBytes} bytes.`);
}

/** Written aside and linked into place: whoever comes first, nobody reads half a key. */
function readOrMake(dir: string): Uint8Array {
  const file = join(dir, 'session.key');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${randomBytes(minBytes).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
  } finally {
    unlinkSync(aside);
  }
  return readSecret(file);
}
