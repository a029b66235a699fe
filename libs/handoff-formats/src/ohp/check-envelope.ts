import { err, ok, type Result } from '@baton/kernel';
import { utf8Bytes } from '../text/clip.js';
import { cardDataPath } from './card-data.js';
import type { OhpEnvelope } from './envelope-schema.js';
import { refused, type OhpRefusal } from './ohp-refusal.js';
import { ohpEnvelopeSchema, schemaFault } from './ohp-schema.js';
import { isBelow, type OhpTier } from './ohp-values.js';

/** Longest life of an envelope, ms. */
export const longestLifeMs = 5 * 60_000;
/** How far two clocks may be apart, ms. */
export const skewMs = 5_000;
/** Bytes of an envelope's JSON; larger content goes out of band. */
export const ohpJsonLimit = 32_768;
export const ohpCborLimit = 8_192;

export interface EnvelopeCheck {
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** The highest tier the receiver can keep. */
  readonly maxTier: OhpTier;
}

/**
 * Everything about an envelope that can be told without keys: its form, what no tier may carry, whether its tier is met, that it is fresh,
 * that it asserts no prohibited practice. In the order of OHP's docs/09, first failure first.
 */
export function checkEnvelope(
  value: unknown,
  { now, maxTier }: EnvelopeCheck,
): Result<OhpEnvelope, OhpRefusal> {
  if (utf8Bytes(JSON.stringify(value) ?? '') > ohpJsonLimit)
    return err(refused('too-large', `An envelope has at most ${ohpJsonLimit} bytes.`));
  const fault = schemaFault(value);
  if (fault) return err(refused('schema', `Not an envelope of OHP 0.1: ${fault.message}.`, fault.path));
  const envelope = ohpEnvelopeSchema.parse(value);
  const card = cardDataPath(envelope);
  if (card !== undefined)
    return err(refused('card-data', 'Card data must not travel; send an opaque card.ref.', card));
  const refusal =
    tierRefusal(envelope, maxTier) ?? freshnessRefusal(envelope, now) ?? practiceRefusal(envelope);
  return refusal ? err(refusal) : ok(envelope);
}

function tierRefusal(envelope: OhpEnvelope, maxTier: OhpTier): OhpRefusal | undefined {
  const { conformance, audience, sealed, decisions, caller } = envelope;
  if (isBelow(conformance, audience.minTier))
    return refused('tier-insufficient', `The audience asks for ${audience.minTier}.`, 'conformance');
  if (isBelow(maxTier, conformance))
    return refused('tier-insufficient', `This receiver keeps ${maxTier} at most.`, 'conformance');
  if (conformance !== 'core') return undefined;
  const held = {
    sealed,
    decisions,
    'caller.assurance': caller?.assurance,
    'caller.identity': caller?.identity,
  };
  const path = Object.entries(held).find(([, member]) => member !== undefined)?.[0];
  return path === undefined ? undefined : refused('tier-content', 'The tier core must not carry it.', path);
}

function freshnessRefusal(
  { issuedAt, notBefore, notAfter }: OhpEnvelope,
  now: number,
): OhpRefusal | undefined {
  const [issued, begins, ends] = [issuedAt, notBefore ?? issuedAt, notAfter].map((at) => Date.parse(at)) as [
    number,
    number,
    number,
  ];
  if (ends - issued > longestLifeMs)
    return refused('stale', 'It lives longer than five minutes.', 'notAfter');
  if (now > ends + skewMs) return refused('stale', 'It has expired.', 'notAfter');
  if (now < begins - skewMs) return refused('stale', 'It is not valid yet.', 'notBefore');
  return now < issued - skewMs ? refused('stale', 'It was issued in the future.', 'issuedAt') : undefined;
}

function practiceRefusal({ governance, aiSystem }: OhpEnvelope): OhpRefusal | undefined {
  if (aiSystem?.riskClass === 'prohibited')
    return refused('prohibited-practice', 'The AI system is of a prohibited class.', 'aiSystem.riskClass');
  const asserted = Object.entries(governance?.prohibited ?? {}).find(([, value]) => value === true)?.[0];
  if (asserted === undefined) return undefined;
  const path = `governance.prohibited.${asserted}`;
  return refused('prohibited-practice', 'A prohibited practice is asserted.', path);
}
