import { assuranceOf, type Assurance, type Proof } from './assurance.js';
import type { Claim } from './claims.js';

/** Who an identifier belongs to. */
export type Identity =
  | {
      readonly kind: 'known';
      readonly customerId: string;
      readonly assurance: Assurance;
      readonly reason: string;
    }
  /** Nobody is chosen: a guess would tell one customer's business to another. */
  | { readonly kind: 'conflict'; readonly customerIds: readonly string[] }
  | { readonly kind: 'unknown' };

/**
 * Who a contact is, from the claims to its identifier (each customer named by the record it was linked to, erased ones left out).
 * What the CRM or a proof says outweighs what people claim, and either outweighs a first contact; within the same weight two
 * customers are a conflict. `linkedCustomerId` is whose conversation a signed link was of.
 */
export function resolveIdentity(claims: readonly Claim[], proof: Proof, linkedCustomerId = ''): Identity {
  const strong = claims.filter(({ tie }) => tie === 'crm' || tie === 'verified');
  const strongOnes = customersOf(strong);
  if (linkedCustomerId !== '') {
    if (strongOnes.length === 0)
      return { kind: 'known', customerId: linkedCustomerId, ...assuranceOf('claimed', proof) };
    if (!strongOnes.includes(linkedCustomerId))
      return { kind: 'conflict', customerIds: [...strongOnes, linkedCustomerId] };
    return known(
      strong.filter(({ customerId }) => customerId === linkedCustomerId),
      proof,
    );
  }
  for (const weight of [
    strong,
    claims.filter(({ tie }) => tie === 'claimed'),
    claims.filter(({ tie }) => tie === 'first-contact').slice(0, 1),
  ]) {
    const customerIds = customersOf(weight);
    if (customerIds.length > 1) return { kind: 'conflict', customerIds };
    if (customerIds.length === 1) return known(weight, proof);
  }
  return { kind: 'unknown' };
}

function known(claims: readonly Claim[], proof: Proof): Identity {
  const { customerId, tie } = claims.find(({ tie }) => tie === 'crm') ?? claims[0]!;
  return { kind: 'known', customerId, ...assuranceOf(tie, proof) };
}

function customersOf(claims: readonly Claim[]): string[] {
  return [...new Set(claims.map(({ customerId }) => customerId))];
}
