import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BatonError } from '@baton/kernel';

const minBytes = 32;

/** A secret this machine keeps. */
export interface SecretKeySpec {
  /** The configured file; any file of at least 32 bytes. */
  readonly file: string | undefined;
  /** Name of the file made in `<dataDir>/keys` where none is configured. */
  readonly name: string;
  /** What may be made: a key of this data folder's own, where no other process needs to know it. */
  readonly mayMake: boolean;
  readonly dataDir: string;
  /** What the key is for: keys for two purposes are different keys, whatever file they come from. */
  readonly purpose: string;
}

/**
 * A 32-byte key derived (HKDF-SHA-256, RFC 5869) from a configured file, or from one made at the first start and readable by its
 * owner only. Throws `secret-key-missing` where there is none and none may be made, `secret-key-unreadable`.
 */
export function openSecretKey(spec: SecretKeySpec): Uint8Array {
  if (spec.file !== undefined) return derive(readSecret(spec.file), spec.purpose);
  if (spec.mayMake) return derive(readOrMake(join(spec.dataDir, 'keys'), spec.name), spec.purpose);
  throw new BatonError('secret-key-missing', `There is no key for ${spec.purpose}.`);
}

function derive(secret: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32));
}

function readSecret(file: string): Uint8Array {
  let secret: Buffer;
  try {
    secret = readFileSync(file);
  } catch (cause) {
    throw new BatonError('secret-key-unreadable', 'A key file cannot be read.', { cause });
  }
  if (secret.length >= minBytes) return secret;
  throw new BatonError('secret-key-unreadable', `A key file has fewer than ${minBytes} bytes.`);
}

/** Written aside and linked into place: whoever comes first, nobody reads half a key. */
function readOrMake(dir: string, name: string): Uint8Array {
  const file = join(dir, name);
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
