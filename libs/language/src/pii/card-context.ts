import type { DigitRun, Scan } from './scan.js';
import { cueFor, isFiller } from './scan.js';

const MOST_WORDS = 3;

const announced = new Set([
  'other',
  'phone',
  'account',
  'iban',
  'ssn',
  'dob',
  'pin',
  'password',
  'last-four',
  'address',
  'expiry',
]);

/** Whether something says of a run that it is a number of another kind. */
export function isAnnounced(scan: Scan, run: DigitRun): boolean {
  const cue = cueFor(scan, run.from, run.to);
  return cue !== undefined && announced.has(cue.cue);
}

const sums = new Set(
  (
    'euro euros pounds pound quid dollars dollar bucks cents pence reais pesos francs franken limit limite balance saldo solde amount ' +
    'importe montant betrag importo valor percent points minutes hours days weeks months years people times $ € £ %'
  ).split(' '),
);

/** Whether a currency or a unit stands beside a run. */
export function isAmount(scan: Scan, run: DigitRun): boolean {
  const near = [run.from - 2, run.from - 1, run.to, run.to + 1];
  return near.some((at) => sums.has(scan.items[at]?.text ?? ''));
}

/** Whether hardly a word is said beside a run. */
export function isMostOfTurn(scan: Scan, run: DigitRun): boolean {
  let words = 0;
  for (let at = 0; at < scan.items.length && words <= MOST_WORDS; at += 1) {
    if (at >= run.from && at < run.to) continue;
    if (!isFiller(scan.items[at]!)) words += 1;
  }
  return words <= MOST_WORDS;
}

/** Whether a run is said digit by digit or in pairs after a card was named: no amount is said so. */
export function isReadAloud(scan: Scan, run: DigitRun): boolean {
  const cue = cueFor(scan, run.from, run.to);
  const parts = scan.parts.slice(run.first, run.end);
  return cue?.cue === 'card' && cue.to <= run.from && parts.every(({ digits }) => digits.length <= 2);
}
