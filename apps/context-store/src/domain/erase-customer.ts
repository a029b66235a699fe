import { BatonError } from '@baton/kernel';
import { CustomerErased, ErasureRefused, LegalHoldSet } from '@baton/contracts';
import { draft, type Decision } from '@baton/persistence';
import type { CustomerFile } from './customer.js';

/**
 * Destroys the data key and what it sealed (compliance R8). A legal hold beats it (R22), and that is recorded rather than thrown, so
 * that the conflict is on file; see `refusalOf`.
 */
export function eraseCustomer(
  customerId: string,
  file: CustomerFile | undefined,
  now: number,
): Decision<CustomerFile> | undefined {
  if (!file) throw new BatonError('not-found', 'There is no such customer.');
  if (file.erasedAt !== undefined) return undefined;
  if (file.hold) {
    const { caseReference } = file.hold;
    const refused = { customerId, caseReference, refusedAtMs: now };
    return { state: file, events: [draft(ErasureRefused, customerId, refused)] };
  }
  const { keyId, contactRefs } = file;
  const erased = { customerId, keyId, identifiers: contactRefs.length, erasedAtMs: now };
  return {
    state: { ...file, wrappedKey: '', sealed: '', segment: '', contactsLast30d: 0, erasedAt: now },
    events: [draft(CustomerErased, customerId, erased)],
  };
}

/** Why a customer who was to be erased is still there. */
export function refusalOf(file: CustomerFile): BatonError | undefined {
  if (file.erasedAt !== undefined) return undefined;
  if (!file.hold)
    return new BatonError('wrong-state', 'This command was refused before; erase with a new command_id.');
  return new BatonError('legal-hold', 'A legal hold forbids to erase this customer; lift it first.');
}

/** Places a hold, or lifts it. Setting what is set changes nothing. */
export function setLegalHold(
  customerId: string,
  file: CustomerFile | undefined,
  wanted: { readonly held: boolean; readonly caseReference: string },
  now: number,
): Decision<CustomerFile> | undefined {
  if (!file) throw new BatonError('not-found', 'There is no such customer.');
  if (file.erasedAt !== undefined)
    throw new BatonError('customer-erased', 'This customer was erased; nothing is left to hold.');
  const { held, caseReference } = wanted;
  if (held === (file.hold !== undefined) && (!held || caseReference === file.hold?.caseReference))
    return undefined;
  const { hold: _lifted, ...rest } = file;
  const set = { customerId, held, caseReference, setAtMs: now };
  return {
    state: held ? { ...rest, hold: { caseReference, since: now } } : rest,
    events: [draft(LegalHoldSet, customerId, set)],
  };
}
