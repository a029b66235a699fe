import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether Twilio sent a form: `X-Twilio-Signature` is base64 of HMAC-SHA1 under the account's auth token, over the public URL as
 * Twilio called it and every parameter's name and value, sorted by name (Twilio, Webhooks Security). Takes the same time always.
 */
export function isSignedByTwilio(
  authToken: string,
  publicUrl: string,
  form: URLSearchParams,
  signature: string | undefined,
): boolean {
  const names = [...new Set(form.keys())].sort(byCodeUnit);
  // A name that stands several times counts once for every different value, in order.
  const parameters = names.map((name) =>
    [...new Set(form.getAll(name))].sort(byCodeUnit).map((value) => name + value),
  );
  const expected = createHmac('sha1', authToken)
    .update(publicUrl + parameters.flat().join(''))
    .digest();
  const given = Buffer.from(signature ?? '', 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
