import { err, ok, type Result } from '@baton/kernel';

/** What a customer can be found by, beside the company's own id. */
export interface Identifier {
  readonly kind: 'phone' | 'email';
  /** E.164, or an address in lower case. */
  readonly value: string;
}

export type IdentifierFault = 'unknown-kind' | 'not-a-phone-number' | 'not-an-email-address';

/** E.164: a plus, a country code, at most 15 digits. */
const e164 = /^\+[1-9]\d{6,14}$/;
/** Strict enough to refuse what is no address; whether it exists only a message tells. RFC 5321 allows 254 characters. */
const address =
  /^[^\s@<>()[\],;:\\"]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** One spelling for each identifier, so that the same one is found again. */
export function identifierOf(kind: string, value: string): Result<Identifier, IdentifierFault> {
  if (kind === 'phone') {
    const phone = value.replace(/[\s().-]/g, '').replace(/^00/, '+');
    return e164.test(phone) ? ok({ kind, value: phone }) : err('not-a-phone-number');
  }
  if (kind === 'email') {
    const email = value.trim().toLowerCase();
    return email.length <= 254 && address.test(email)
      ? ok({ kind, value: email })
      : err('not-an-email-address');
  }
  return err('unknown-kind');
}
