import { err, ok, type Result } from '@baton/kernel';
import type { JWK } from 'jose';
import { checkEnvelope, skewMs } from './check-envelope.js';
import type { OhpEnvelope } from './envelope-schema.js';
import { refused, type OhpRefusal } from './ohp-refusal.js';
import type { OhpTier } from './ohp-values.js';
import { startFrom, type OhpStart } from './start-from.js';
import { signatureRefusal } from './verify-signature.js';

/** Whom a receiver believes, and what it has seen. */
export interface OhpTrust {
  /** Who we are: `audience.vendor`, and `audience.did` where the envelope names one. */
  readonly vendor: string;
  readonly did?: string;
  /** The weakest tier we act on; `signed` refuses what nobody signed. */
  readonly minTier: Extract<OhpTier, 'core' | 'signed'>;
  /** Keys of an issuer, as its `/.well-known/ohp-jwks.json` has them now; undefined where we do not know it. */
  keysOf(issuer: OhpEnvelope['issuer']): readonly JWK[] | undefined;
  /** The call this envelope came with; undefined where the carrier says nothing of one. */
  readonly callId?: string;
  /** Whether this dedupe key was accepted before and has not expired. */
  seen(dedupeKey: string): boolean;
}

/** What Baton keeps at most: it opens nothing sealed and anchors nothing. */
export const maxTier: OhpTier = 'signed';

/** What makes an envelope one and the same: id and nonce (OHP v0.1 §idempotency). */
export function ohpDedupeKey({ id, control }: Pick<OhpEnvelope, 'id' | 'control'>): string {
  return `${id}:${control.nonce}`;
}

/** Until when a dedupe key must be remembered, ms since the Unix epoch: then the envelope is refused as stale anyway. */
export function dedupeUntil({ notAfter }: Pick<OhpEnvelope, 'notAfter'>): number {
  return Date.parse(notAfter) + skewMs;
}

/**
 * An envelope from outside as the start of a conversation, or why not. The order is that of OHP's docs/09; what can be told without keys
 * comes first. The caller remembers `dedupeKey` until `expiresAt` once it has acted.
 */
export async function importOhp(
  value: unknown,
  trust: OhpTrust,
  now: number,
): Promise<Result<OhpStart, OhpRefusal>> {
  const checked = checkEnvelope(value, { now, maxTier });
  if (!checked.ok) return checked;
  const envelope = checked.value;
  const refusal =
    audienceRefusal(envelope, trust) ??
    (await issuerRefusal(envelope, trust)) ??
    callRefusal(envelope, trust);
  if (refusal) return err(refusal);
  const dedupeKey = ohpDedupeKey(envelope);
  if (trust.seen(dedupeKey)) return err(refused('replayed', 'It was taken before.', 'id'));
  return ok(startFrom(envelope, dedupeKey, dedupeUntil(envelope)));
}

function audienceRefusal({ audience }: OhpEnvelope, { vendor, did }: OhpTrust): OhpRefusal | undefined {
  if (audience.vendor !== vendor)
    return refused('wrong-audience', 'It is meant for another.', 'audience.vendor');
  return audience.did !== undefined && audience.did !== did
    ? refused('wrong-audience', 'It is meant for another.', 'audience.did')
    : undefined;
}

async function issuerRefusal(envelope: OhpEnvelope, trust: OhpTrust): Promise<OhpRefusal | undefined> {
  if (envelope.conformance === 'core')
    return trust.minTier === 'core'
      ? undefined
      : refused('unsigned', 'This receiver acts on signed envelopes only.', 'conformance');
  const keys = trust.keysOf(envelope.issuer);
  if (!keys) return refused('issuer-unknown', 'The issuer is not known here.', 'issuer.vendor');
  return signatureRefusal(envelope, keys);
}

function callRefusal(
  { session, caller, audience }: OhpEnvelope,
  { callId }: OhpTrust,
): OhpRefusal | undefined {
  if (callId !== undefined && session.callId !== callId)
    return refused('not-bound-to-call', 'It belongs to another call.', 'session.callId');
  const receipts = caller?.consent;
  if (receipts === undefined || receipts.some(({ purpose }) => purpose === audience.purpose))
    return undefined;
  return refused('consent-out-of-scope', 'No consent covers this purpose.', 'caller.consent');
}
