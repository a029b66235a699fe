/** How sure we are who somebody is, weakest first. */
export const assurances = ['none', 'claimed', 'crm', 'verified'] as const;
export type Assurance = (typeof assurances)[number];

/**
 * How an identifier came to us. `claimed`: somebody typed it. `network`: a carrier or a mail server names the sender, which can be
 * forged. `account`: the channel has checked who writes, as WhatsApp does. `link`: a signed link of a conversation was used there.
 */
export const proofs = ['claimed', 'network', 'account', 'link'] as const;
export type Proof = (typeof proofs)[number];

/** What ties an identifier to a customer: the company's CRM, a proof of possession, or nobody's word but the sender's. */
export type Tie = 'crm' | 'verified' | 'claimed' | 'first-contact';

/** How sure a contact is, from what ties its identifier to the customer and how the identifier came to us this time. */
export function assuranceOf(
  tie: Tie,
  proof: Proof,
): { readonly assurance: Assurance; readonly reason: string } {
  if (tie === 'first-contact') return { assurance: 'none', reason: 'first-contact' };
  if (tie === 'claimed' || proof === 'claimed')
    return { assurance: 'claimed', reason: proof === 'link' ? 'signed-link' : 'own-word' };
  if (proof === 'account') return { assurance: 'verified', reason: 'account-owner' };
  if (proof === 'link') return { assurance: 'verified', reason: 'signed-link' };
  return tie === 'crm'
    ? { assurance: 'crm', reason: 'sender-in-crm' }
    : { assurance: 'claimed', reason: 'sender-seen-before' };
}

/** Whether a customer may act on it alone: take a conversation to another channel, say. */
export function isVerified(assurance: Assurance): boolean {
  return assurance === 'verified';
}
