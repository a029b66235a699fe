import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  X509Certificate,
  type KeyObject,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { selfSignedCertificate, type OhpSigner, type VconSigner } from '@baton/handoff-formats';
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import { CliError } from '../cli-error.js';

const yearMs = 365 * 86_400_000;
const rsaBits = 3_072;

/** The Ed25519 key of a file, or of the data folder, made there at first use; its name is its thumbprint (RFC 7638). */
export async function ohpSigner(
  dataDir: string,
  keyFile: string | undefined,
): Promise<OhpSigner & { readonly jwk: JWK }> {
  const file = keyFile ?? join(dataDir, 'keys', 'ohp-ed25519.pem');
  if (keyFile === undefined) makeOnce(file, () => exported(generateKeyPairSync('ed25519').privateKey));
  const key = privateKeyIn(file, 'ed25519', 'openssl genpkey -algorithm ed25519 -out FILE');
  const jwk = await exportJWK(createPublicKey(key));
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, key, jwk: { ...jwk, kid, alg: 'EdDSA', use: 'sig' } };
}

/** The RSA key and certificate of a file, or of the data folder, made there at first use. */
export function vconSigner(dataDir: string, keyFile: string | undefined, nowMs: number): VconSigner {
  const file = keyFile ?? join(dataDir, 'keys', 'vcon-rs256.pem');
  if (keyFile === undefined) makeOnce(file, () => keyWithCertificate(nowMs));
  const hint =
    'openssl req -x509 -newkey rsa:3072 -nodes -subj /CN=NAME -keyout FILE -out CERT; cat CERT >> FILE';
  const key = privateKeyIn(file, 'rsa', hint);
  const x5c = certificatesIn(readFileSync(file, 'utf8'));
  if (x5c.length === 0)
    throw new CliError(2, `${file} holds no certificate, which a signed vCon needs: ${hint}`);
  if (!new X509Certificate(Buffer.from(x5c[0]!, 'base64')).checkPrivateKey(key))
    throw new CliError(2, `the first certificate in ${file} is not of the key in it`);
  return { key, alg: 'RS256', x5c };
}

function keyWithCertificate(nowMs: number): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: rsaBits });
  const options = {
    commonName: 'Baton vCon export',
    notBefore: nowMs - 60_000,
    notAfter: nowMs + 2 * yearMs,
  };
  const der = Buffer.from(selfSignedCertificate({ key: privateKey, ...options }));
  const lines = der
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n');
  return `${exported(privateKey)}-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function exported(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/** Two processes may come at once: the first has made it. */
function makeOnce(file: string, make: () => string): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, make(), { flag: 'wx', mode: 0o600 });
  } catch (thrown) {
    if (!existsSync(file)) throw new CliError(3, `${file} cannot be written: ${String(thrown)}`);
  }
}

function privateKeyIn(file: string, type: 'ed25519' | 'rsa', hint: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file));
  } catch {
    throw new CliError(2, `${file} cannot be read as a private key in PEM; make one: ${hint}`);
  }
  if (key.asymmetricKeyType === type) return key;
  throw new CliError(
    2,
    `${file} holds a key of the type ${key.asymmetricKeyType}; needed is ${type}: ${hint}`,
  );
}

function certificatesIn(pem: string): string[] {
  return [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)].map(([, base64]) =>
    base64!.replace(/\s/g, ''),
  );
}
