import { X509Certificate } from 'node:crypto';
import { err, ok, type Result } from '@baton/kernel';
import { generalVerify, type GeneralJWSInput } from 'jose';
import type { Vcon } from './vcon.js';

/** Why a signed vCon was refused. */
export type VconRefusal =
  'not-signed' | 'certificate' | 'signature-invalid' | 'critical-extension' | 'not-a-vcon';

const algorithms = ['RS256', 'ES256', 'EdDSA'];
const understood = new Set(['CC']);

/**
 * Opens a signed vCon: the signature must hold under the certificate that came with it, and `trusts` must accept that certificate at
 * `now`, ms. Extensions it calls critical must be ours.
 */
export async function openVcon(
  signed: GeneralJWSInput,
  trusts: (certificate: X509Certificate) => boolean,
  now: number,
): Promise<Result<Vcon, VconRefusal>> {
  const x5c: unknown = signed.signatures?.[0]?.header?.['x5c'];
  const der = Array.isArray(x5c) && typeof x5c[0] === 'string' ? Buffer.from(x5c[0], 'base64') : undefined;
  if (der === undefined) return err('not-signed');
  const certificate = certificateOf(der);
  if (!certificate || !isCurrent(certificate, now) || !trusts(certificate)) return err('certificate');
  try {
    const { payload } = await generalVerify(signed, certificate.publicKey, { algorithms });
    return vconOf(JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    // jose throws for every way a signature can be wrong; the reader can do nothing different about any of them.
    return err('signature-invalid');
  }
}

function certificateOf(der: Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
}

function isCurrent({ validFrom, validTo }: X509Certificate, now: number): boolean {
  return Date.parse(validFrom) <= now && now <= Date.parse(validTo);
}

function vconOf(value: unknown): Result<Vcon, VconRefusal> {
  if (typeof value !== 'object' || value === null || !('uuid' in value) || !('created_at' in value))
    return err('not-a-vcon');
  const critical = 'critical' in value && Array.isArray(value.critical) ? (value.critical as unknown[]) : [];
  return critical.some((name) => !understood.has(String(name)))
    ? err('critical-extension')
    : ok(value as Vcon);
}
