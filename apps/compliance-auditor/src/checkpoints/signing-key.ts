import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BatonError } from '@baton/kernel';

/** What decides where the log's key is. */
export interface KeySettings {
  readonly auditKeyFile?: string;
  readonly store: 'embedded' | 'mongo';
  readonly dataDir: string;
}

/**
 * The Ed25519 key that signs checkpoints (PEM, PKCS #8). An embedded store without a configured key gets one of its own, made at
 * the first start and readable by its owner only. Throws `audit-key-missing` or `audit-key-unreadable`.
 */
export function signingKey(settings: KeySettings): KeyObject {
  if (settings.auditKeyFile !== undefined) return readKey(settings.auditKeyFile);
  if (settings.store !== 'embedded') {
    throw new BatonError(
      'audit-key-missing',
      'No key to sign the audit log with: set BATON_AUDIT_KEY_FILE to an Ed25519 private key, ' +
        'which `openssl genpkey -algorithm ed25519 -out audit-ed25519.pem` makes.',
    );
  }
  const file = developmentKeyFile(settings.dataDir);
  makeKey(file);
  return readKey(file);
}

/** Where an embedded store keeps its own key. */
export function developmentKeyFile(dataDir: string): string {
  return join(dataDir, 'keys', 'audit-ed25519.pem');
}

function readKey(file: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file));
  } catch (cause) {
    throw new BatonError('audit-key-unreadable', `${file} cannot be read as a private key in PEM.`, {
      cause,
    });
  }
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new BatonError('audit-key-unreadable', `${file} holds a key that is not Ed25519.`);
  }
  return key;
}

/** Leaves a key that is there alone: two processes may start at once. */
function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
  try {
    writeFileSync(file, pem, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    if (!existsSync(file)) {
      throw new BatonError('audit-key-unreadable', `${file} cannot be written.`, { cause });
    }
  }
}
