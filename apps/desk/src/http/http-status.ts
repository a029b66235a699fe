/** Which HTTP status says what a Baton error code means. What is not listed is 500. */
const statusByCode: Readonly<Record<string, number>> = {
  'invalid-argument': 400,
  'invalid-json': 400,
  'not-signed-in': 401,
  'foreign-origin': 403,
  'not-allowed': 403,
  'not-found': 404,
  'offer-gone': 409,
  'wrong-state': 409,
  'no-lease': 409,
  'on-hold': 409,
  'conversation-ended': 409,
  'too-many-conflicts': 409,
  'too-large': 413,
  'not-json': 415,
  'rpc-failed': 502,
  'bus-unavailable': 503,
  'store-unavailable': 503,
  'peer-unavailable': 503,
  'peer-unknown': 503,
  overloaded: 503,
};

export function httpStatusOf(code: string): number {
  return statusByCode[code] ?? 500;
}
