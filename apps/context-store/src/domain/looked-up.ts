import type { Customer, CustomerRef } from '@baton/contracts';
import type { CrmAnswer } from './crm/answer.js';
import type { CustomerFile, Profile } from './customer.js';

/**
 * What an agent is told of a customer: what the company's CRM says now, else what was last known, and a plain note where the CRM
 * could not be asked or knows nobody.
 */
export function lookedUp(
  ref: CustomerRef,
  file: CustomerFile | undefined,
  profile: Profile | undefined,
  asked: CrmAnswer | undefined,
): Customer {
  if (ref.customerId === '') return nobody(ref, '');
  if (file?.erasedAt !== undefined) return nobody(ref, 'This customer was erased.');
  const unavailable = asked?.kind === 'unavailable' ? asked.note : '';
  const kept = file && profile && !file.provisional ? { ...profile, ...file } : undefined;
  const known = asked?.kind === 'found' ? asked.record : kept;
  if (!known) return nobody(ref, unavailable || 'CRM does not know this customer.');
  return {
    ref: {
      ...ref,
      segment: ref.segment || known.segment,
      contactsLast30d: Math.max(ref.contactsLast30d, known.contactsLast30d),
    },
    name: known.name,
    assurance: 'crm',
    assuranceReason: '',
    facts: { ...known.facts },
    crmNote: unavailable,
  };
}

function nobody(ref: CustomerRef, crmNote: string): Customer {
  const assurance = ref.known ? 'claimed' : 'none';
  return { ref, name: '', assurance, assuranceReason: '', facts: {}, crmNote };
}
