import { err, ok, type Result } from '@baton/kernel';
import type { CrmConfig } from '@baton/packs';
import type { CrmRecord } from './answer.js';

const maxFactLength = 500;

/**
 * What a CRM's answer says, by the pack's JSON Pointers (RFC 6901). `no-id` where there is no customer id at its place: whatever
 * that answer is about, it is not known to be a customer.
 */
export function readCrmAnswer({ response }: CrmConfig, body: unknown): Result<CrmRecord, 'no-id'> {
  const text = (pointer: string | undefined) => (pointer === undefined ? '' : textAt(body, pointer));
  const customerId = text(response.customerId);
  if (!/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/.test(customerId)) return err('no-id');
  const contacts = Number.parseInt(text(response.contactsLast30d), 10);
  const facts = Object.entries(response.facts).flatMap(([fact, pointer]) => {
    const value = textAt(body, pointer);
    return value === '' ? [] : [[fact, value] as const];
  });
  return ok({
    customerId,
    name: text(response.name),
    segment: text(response.segment),
    contactsLast30d: Number.isFinite(contacts) ? Math.min(1000, Math.max(0, contacts)) : 0,
    facts: Object.fromEntries(facts),
  });
}

/** A text, number or boolean at the place, as text; empty for anything else. */
function textAt(body: unknown, pointer: string): string {
  const value = valueAt(body, pointer);
  if (typeof value === 'string') return value.slice(0, maxFactLength);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function valueAt(body: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (at, token) =>
        at !== null && typeof at === 'object' && Object.hasOwn(at, token) ? at[token as never] : undefined,
      body,
    );
}
