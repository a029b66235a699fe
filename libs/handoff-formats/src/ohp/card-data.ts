const run = /\p{Nd}(?:[ \-.]?\p{Nd}){11,18}/gu;
const securityCode = /^(cvv2?|cvc2?|cid|securitycode|cardverification(value|code))$/i;
const primaryNumber = /^(pan|cardnumber|ccnumber|primaryaccountnumber)$/i;
/** Machine values that are digits by nature and no text of anybody's. */
const opaque = new Set([
  ...['id', 'callId', 'agentId', 'proposedId', 't', 'at', 'issuedAt', 'notBefore', 'notAfter', 'startedAt'],
  ...['jws', 'proofJws', 'nonce', 'leafHash', 'rtpFingerprint', 'modelCardSha256', 'policySha256'],
  ...['recordSha256', 'enc', 'ciphertext', 'sdJwtVc'],
]);

/**
 * Where a value holds a card number or its security code; OHP forbids both at every tier and wants an opaque `card.ref`. A number counts
 * where its check digit holds (Luhn, ISO/IEC 7812-1 annex B), a member by its name. Undefined where there is none.
 */
export function cardDataPath(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return holdsCard(value) ? path : undefined;
  if (typeof value === 'number') return holdsCard(String(value)) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const at = path === '' ? name : `${path}.${name}`;
    if (opaque.has(name)) continue;
    if (isNamedCard(name, member)) return at;
    const found = cardDataPath(member, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isNamedCard(name: string, value: unknown): boolean {
  const plain = name.replace(/[^A-Za-z0-9]/g, '');
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  return (securityCode.test(plain) || primaryNumber.test(plain)) && /\p{Nd}/u.test(String(value));
}

function holdsCard(text: string): boolean {
  for (const [found] of text.matchAll(run)) {
    const digits = Array.from(found).flatMap((point) => {
      const digit = digitOf(point);
      return digit === undefined ? [] : [digit];
    });
    if (digits.length <= 19 && luhn(digits)) return true;
  }
  return false;
}

function digitOf(point: string): number | undefined {
  if (!/\p{Nd}/u.test(point)) return undefined;
  const code = point.codePointAt(0)!;
  // Digits stand in blocks of ten that begin at a multiple of ten from their zero; walk back to it.
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

function luhn(digits: readonly number[]): boolean {
  const sum = digits.reduceRight(
    (total, digit, at) =>
      total + ((digits.length - at) % 2 === 0 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit),
    0,
  );
  return sum % 10 === 0 && digits.some((digit) => digit !== 0);
}
