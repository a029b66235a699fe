import { BatonError } from '@baton/kernel';
import { CustomerLinked } from '@baton/contracts';
import { draft, type Decision } from '@baton/persistence';
import { maxLinked, type CustomerFile } from './customer.js';

/** Who said that two records are one customer, and why. */
export interface LinkWord {
  readonly from: string;
  readonly to: string;
  readonly linkedBy: string;
  readonly reason: string;
  readonly now: number;
}

/** The record `from` points to `to` from now on. A record points to one other at most: a second word for another is a conflict. */
export function linkFrom(file: CustomerFile | undefined, word: LinkWord): Decision<CustomerFile> | undefined {
  const there = existing(file);
  const { from: fromCustomerId, to: toCustomerId, linkedBy, reason, now: linkedAtMs } = word;
  if (there.linkedTo === toCustomerId) return undefined;
  if (there.linkedTo !== undefined)
    throw new BatonError('identity-conflict', 'This record was linked to another customer before.');
  const linked = { fromCustomerId, toCustomerId, linkedBy, reason, linkedAtMs };
  return {
    state: { ...there, linkedTo: toCustomerId },
    events: [draft(CustomerLinked, toCustomerId, linked)],
  };
}

/** The record `to` answers for `from` and whoever was linked to that. */
export function linkTo(
  file: CustomerFile | undefined,
  from: string,
  behind: readonly string[],
): Decision<CustomerFile> | undefined {
  const there = existing(file);
  const linkedFrom = [...new Set([...there.linkedFrom, from, ...behind])];
  if (linkedFrom.length === there.linkedFrom.length) return undefined;
  checkRoom(linkedFrom.length);
  return { state: { ...there, linkedFrom }, events: [] };
}

/** Throws `identity-conflict` where two records may not become one. */
export function checkLink(
  from: CustomerFile | undefined,
  to: CustomerFile | undefined,
  word: LinkWord,
): void {
  const behind = existing(from).linkedFrom;
  const target = existing(to);
  if (word.from === word.to || behind.includes(word.to) || target.linkedTo !== undefined)
    throw new BatonError(
      'identity-conflict',
      'The two are one record, lead in a circle, or the second was itself linked to another: name that one.',
    );
  checkRoom(new Set([...target.linkedFrom, word.from, ...behind]).size);
}

function checkRoom(count: number): void {
  if (count > maxLinked)
    throw new BatonError('identity-conflict', `No more than ${maxLinked} records can be one customer.`);
}

function existing(file: CustomerFile | undefined): CustomerFile {
  if (!file) throw new BatonError('not-found', 'There is no such customer.');
  if (file.erasedAt !== undefined) throw new BatonError('customer-erased', 'This customer was erased.');
  return file;
}
