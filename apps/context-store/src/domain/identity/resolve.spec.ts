import fc from 'fast-check';
import { assurances, proofs, type Tie } from './assurance.js';
import { maxClaims, withClaim, withoutClaim, type Claim, type ContactPoint } from './claims.js';
import { resolveIdentity } from './resolve.js';

const claim = (customerId: string, tie: Tie): Claim => ({ customerId, tie, sealed: 's' });
const ties: readonly Tie[] = ['crm', 'verified', 'claimed', 'first-contact'];
const anyClaims = fc.uniqueArray(
  fc.record({
    customerId: fc.constantFrom('C-1', 'C-2', 'C-3'),
    tie: fc.constantFrom(...ties),
    sealed: fc.constant('s'),
  }),
  { selector: ({ customerId }) => customerId, maxLength: 3 },
);

describe('who an identifier belongs to', () => {
  it('is nobody where nobody claims it', () => {
    expect(resolveIdentity([], 'account')).toEqual({ kind: 'unknown' });
  });

  it.each([
    ['crm', 'network', 'crm', 'sender-in-crm'],
    ['crm', 'account', 'verified', 'account-owner'],
    ['crm', 'claimed', 'claimed', 'own-word'],
    ['verified', 'network', 'claimed', 'sender-seen-before'],
    ['verified', 'account', 'verified', 'account-owner'],
    ['claimed', 'account', 'claimed', 'own-word'],
    ['first-contact', 'account', 'none', 'first-contact'],
  ] as const)('tied by %s and coming by %s is %s: %s', (tie, proof, assurance, reason) => {
    expect(resolveIdentity([claim('C-1', tie)], proof)).toEqual({
      kind: 'known',
      customerId: 'C-1',
      assurance,
      reason,
    });
  });

  it('is not guessed where two customers of the CRM share it', () => {
    expect(resolveIdentity([claim('C-1', 'crm'), claim('C-2', 'crm')], 'account')).toEqual({
      kind: 'conflict',
      customerIds: ['C-1', 'C-2'],
    });
  });

  it('is whoever the CRM says, whoever else claims it', () => {
    expect(resolveIdentity([claim('C-2', 'claimed'), claim('C-1', 'crm')], 'network')).toMatchObject({
      customerId: 'C-1',
    });
  });

  it('is as sure as the conversation where a link was used, and no surer', () => {
    expect(resolveIdentity([claim('anon', 'first-contact')], 'link', 'C-1')).toMatchObject({
      customerId: 'C-1',
      assurance: 'claimed',
      reason: 'signed-link',
    });
  });

  it('is verified where link and CRM name the same customer', () => {
    expect(resolveIdentity([claim('C-1', 'crm')], 'link', 'C-1')).toMatchObject({ assurance: 'verified' });
  });

  it('is a conflict where the link is of one customer and the number of another', () => {
    expect(resolveIdentity([claim('C-2', 'verified')], 'link', 'C-1')).toMatchObject({ kind: 'conflict' });
  });

  it('never depends on the order of the claims, never names two, and never rises above its proof', () => {
    fc.assert(
      fc.property(anyClaims, fc.constantFrom(...proofs), (claims, proof) => {
        const identity = resolveIdentity(claims, proof);
        const reversed = resolveIdentity([...claims].reverse(), proof);
        if (identity.kind === 'conflict') {
          expect(identity.customerIds.length).toBeGreaterThan(1);
          expect(new Set(reversed.kind === 'conflict' ? reversed.customerIds : [])).toEqual(
            new Set(identity.customerIds),
          );
          return;
        }
        // Who wrote first is the one thing order decides, and only among people we know nothing of.
        if (claims.some(({ tie }) => tie !== 'first-contact')) expect(reversed).toEqual(identity);
        if (identity.kind === 'known' && proof === 'claimed')
          expect(assurances.indexOf(identity.assurance)).toBeLessThanOrEqual(assurances.indexOf('claimed'));
      }),
    );
  });
});

describe('the claims to an identifier', () => {
  it('hold each customer once, at their strongest, and never more than fit', () => {
    const step = fc.record({ customer: fc.nat(12), tie: fc.constantFrom(...ties), add: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let point: ContactPoint | undefined;
        for (const { customer, tie, add } of steps) {
          const before = point;
          const id = `C-${customer}`;
          point = (add ? withClaim(point, 'phone', claim(id, tie)) : withoutClaim(point, id)) ?? point;
          const ids = point?.claims.map(({ customerId }) => customerId) ?? [];
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.length).toBeLessThanOrEqual(maxClaims);
          if (!add) expect(ids).not.toContain(id);
          else if (before === point) expect(ids.includes(id) || ids.length === maxClaims).toBe(true);
        }
      }),
    );
  });

  it('forget only what the CRM said, where that alone is taken back', () => {
    const point: ContactPoint = { kind: 'phone', claims: [claim('C-1', 'verified')] };
    expect(withoutClaim(point, 'C-1', 'crm')).toBeUndefined();
  });
});
