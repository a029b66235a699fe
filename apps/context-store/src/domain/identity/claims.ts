import type { Tie } from './assurance.js';

/** One customer's claim to an identifier. */
export interface Claim {
  readonly customerId: string;
  readonly tie: Tie;
  /** The identifier, sealed under this customer's data key. */
  readonly sealed: string;
}

/** An identifier and everyone who claims it. */
export interface ContactPoint {
  readonly kind: 'phone' | 'email';
  /** At most `maxClaims`; a claim that does not fit is refused. */
  readonly claims: readonly Claim[];
}

/** More customers than this behind one number is a switchboard, not a person. */
export const maxClaims = 8;

const strength: Readonly<Record<Tie, number>> = { 'first-contact': 0, claimed: 1, verified: 2, crm: 3 };

/** Adds a claim, or strengthens the customer's own; undefined where nothing changes or there is no room. */
export function withClaim(
  point: ContactPoint | undefined,
  kind: ContactPoint['kind'],
  claim: Claim,
): ContactPoint | undefined {
  const claims = point?.claims ?? [];
  const own = claims.find(({ customerId }) => customerId === claim.customerId);
  if (own && strength[own.tie] >= strength[claim.tie]) return undefined;
  const others = claims.filter(({ customerId }) => customerId !== claim.customerId);
  if (others.length >= maxClaims) return undefined;
  return { kind, claims: [...others, claim] };
}

/** Without a customer's claim, or only without what the CRM once said of it; undefined where nothing changes. */
export function withoutClaim(
  point: ContactPoint | undefined,
  customerId: string,
  tie?: Tie,
): ContactPoint | undefined {
  if (!point) return undefined;
  const claims = point.claims.filter(
    (claim) => claim.customerId !== customerId || (tie !== undefined && claim.tie !== tie),
  );
  return claims.length === point.claims.length ? undefined : { ...point, claims };
}
