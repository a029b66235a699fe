import type { PiiType } from '../types.js';
import type { DigitRun, Scan } from './scan.js';
import { cueFor, digitRuns, isCorrection, partStartingAt, take } from './scan.js';

/** Numbers whose kind is known from what announces them, or from their shape. */
export function findNumbers(scan: Scan): void {
  for (const run of digitRuns(scan)) {
    const type = typeOf(scan, run);
    if (type === undefined) continue;
    take(scan, type, ...extent(scan, run, type));
  }
}

function extent(scan: Scan, run: DigitRun, type: PiiType): [number, number] {
  if (type === 'SSN') return withLetters(scan, run.from, run.to);
  if (type === 'ACCOUNT') {
    const [from] = withLetters(scan, run.from, run.to);
    return [withPrefix(scan, from), run.to];
  }
  if (type !== 'PHONE') return [run.from, run.to];
  const isCoded =
    scan.items[run.from - 1]?.text === '+' ||
    (run.digits.length >= 10 && plus.has(scan.items[run.from - 1]?.text ?? ''));
  const from = isCoded ? run.from - 1 : run.from;
  return [scan.items[from - 1]?.text === '(' ? from - 1 : from, withExtension(scan, run.to)];
}

// The sign before a country code, said.
const plus = new Set(['plus', 'mas', 'piu', 'mais']);

const extensions = new Set('extension ext durchwahl poste interno ramal anexo apparat'.split(' '));

// "… extension twelve"
function withExtension(scan: Scan, to: number): number {
  const said = scan.items[to]?.text === ',' ? to + 1 : to;
  if (!extensions.has(scan.items[said]?.text ?? '')) return to;
  let end = to;
  for (
    let next = partStartingAt(scan, said + 1);
    next !== undefined && next.digits.length <= 5;
    next = partStartingAt(scan, end)
  )
    end = next.to;
  return end;
}

// "a slash two seven …"
function withPrefix(scan: Scan, from: number): number {
  const { items } = scan;
  const joint = items[from - 1]?.text ?? '';
  const isJoint = ['slash', '/', '-', 'dash', 'barra', 'strich', 'tiret'].includes(joint);
  return isJoint && items[from - 2]?.kind === 'word' && items[from - 2]!.text.length <= 2 ? from - 2 : from;
}

function isCorrected(scan: Scan, run: DigitRun): boolean {
  return scan.items.slice(run.from, run.to).some((item) => item.text !== 'i' && isCorrection(item));
}

function typeOf(scan: Scan, run: DigitRun): PiiType | undefined {
  const { length } = run.digits;
  if (length < 3 || length > 24) return undefined;
  const cue = cueFor(scan, run.from, run.to)?.cue;
  if (cue === 'last-four' || cue === 'other')
    return cue === 'other' && isTypedPhone(scan, run) ? 'PHONE' : undefined;
  if (cue === 'cvv') return length <= (isCorrected(scan, run) ? 8 : 4) ? 'CVV' : undefined;
  if (cue === 'ssn') return length >= 6 && length <= 15 ? 'SSN' : undefined;
  if (cue === 'pin') return length <= 8 && !(length === 6 && isPostal(scan, run)) ? 'PASSWORD' : undefined;
  if (cue === 'password') return length >= 3 ? 'PASSWORD' : undefined;
  if (isTypedSsn(scan, run)) return 'SSN';
  if (isTypedPhone(scan, run)) return 'PHONE';
  if (cue === 'phone' && length >= 6 && length <= 15) return 'PHONE';
  const isShortMember = length === 4 && isMember(scan, run);
  const isShortBranch = length === 4 && scan.items[run.from - 1]?.text === 'agencia';
  // "a b seven seven two one"
  const isLettered = length >= 4 && isLetter(scan, run.from - 1) && isLetter(scan, run.from - 2);
  if (
    cue === 'account' &&
    (length >= 5 || isShortBranch || isLettered || isShortMember) &&
    length <= 20 &&
    !isAmount(scan, run)
  )
    return 'ACCOUNT';
  if (cue === 'address' || cue === 'dob' || cue === 'expiry' || cue === 'iban') return undefined;
  const startsLikePhone = run.digits.startsWith('0') || scan.items[run.from - 1]?.text === '+';
  if (startsLikePhone && length >= 9 && length <= 14) return 'PHONE';
  return cue === undefined && run.end - run.first >= 3 && isPhoneOf(scan, run.digits) ? 'PHONE' : undefined;
}

const localities = new Set(
  'town area city village locality district india delhi mumbai bangalore bengaluru chennai hyderabad pune kolkata ahmedabad'.split(
    ' ',
  ),
);

// The pin code of a town is India's postcode.
function isPostal(scan: Scan, run: DigitRun): boolean {
  return scan.items.slice(Math.max(0, run.from - 8), run.to + 8).some(({ text }) => localities.has(text));
}

const members = new Set(
  'socio socia socios abonado abonada adherent adherente membre mitglied member membership mitgliedsnummer'.split(
    ' ',
  ),
);

// "soy el socio número tres mil cuatrocientos doce": short, and no year.
function isMember(scan: Scan, run: DigitRun): boolean {
  if (/^(?:19|20)/.test(run.digits)) return false;
  return scan.items.slice(Math.max(0, run.from - 4), run.from).some(({ text }) => members.has(text));
}

// Ten digits in groups; in Spain and Portugal nine that begin as their telephone numbers do.
function isPhoneOf({ lang, speaksOfOther }: Scan, digits: string): boolean {
  if (digits.length === 10) return true;
  if (digits.length !== 9 || speaksOfOther) return false;
  return (
    (lang === 'es' && digits >= '6') || (lang === 'pt' && (digits.startsWith('9') || digits.startsWith('2')))
  );
}

const spokenLetters = new Set(['zeta', 'zed', 'zee', 'zett', 'zet', 'ipsilon', 'equis', 'kappa']);

function isLetter(scan: Scan, at: number): boolean {
  const item = scan.items[at];
  if (item?.kind !== 'word' || scan.taken[at] === 1 || scan.items[at - 1]?.text === "'") return false;
  return item.text.length === 1 || spokenLetters.has(item.text);
}

/** "q q 12 34 56 c", "12345678Z": the letters that belong to a number of a person. */
function withLetters(scan: Scan, from: number, to: number): [number, number] {
  const { items } = scan;
  let start = from;
  let end = to;
  const glued = items[from - 1];
  if (glued?.kind === 'word' && glued.text.length <= 2 && glued.raw === glued.raw.toUpperCase()) start -= 1;
  else
    while (
      from - start < 3 &&
      isLetter(scan, start - 1) &&
      !(items[start - 1]!.text.length === 1 && vowels.has(items[start - 1]!.text) && start === from)
    )
      start -= 1;
  if (isLetter(scan, end) && (items[end]!.start === items[end - 1]!.end || !vowels.has(items[end]!.text)))
    end += 1;
  return [start, end];
}

// These letters are words as well: "es la a", "e", "y".
const vowels = new Set(['a', 'e', 'i', 'o', 'y', 'u']);

/** 078-05-1120 */
function isTypedSsn(scan: Scan, run: DigitRun): boolean {
  const parts = scan.parts.slice(run.first, run.end);
  return (
    parts.length === 3 &&
    parts.every((part) => part.written) &&
    parts[0]!.digits.length === 3 &&
    parts[1]!.digits.length === 2 &&
    parts[2]!.digits.length === 4
  );
}

/** (555) 010-1234, +44 20 7946 0101 */
function isTypedPhone(scan: Scan, run: DigitRun): boolean {
  const parts = scan.parts.slice(run.first, run.end);
  if (!parts.every((part) => part.written)) return false;
  if (scan.items[run.from - 1]?.text === '+') return run.digits.length >= 8 && run.digits.length <= 15;
  return (
    parts.length === 3 &&
    parts[0]!.digits.length === 3 &&
    parts[1]!.digits.length === 3 &&
    parts[2]!.digits.length === 4
  );
}

const money = new Set(
  'euros euro pounds dollars dollar pound quid bucks reais pesos cents pence $ € £ mil thousand years anos años ans jahre anni percent months'.split(
    ' ',
  ),
);

function isAmount(scan: Scan, run: DigitRun): boolean {
  return money.has(scan.items[run.to]?.text ?? '') || money.has(scan.items[run.from - 1]?.text ?? '');
}
