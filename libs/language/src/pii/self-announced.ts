import { GIVEN_NAMES } from './given-names.js';
import type { Item } from './items.js';
import { isStop } from './name-words.js';
import type { Scan } from './scan.js';
import { isInNumber } from './scan.js';

const announced = new Set([
  'speaking',
  'apparat',
  'appareil',
  'apparecchio',
  'telefono',
  'aparelho',
  'habla',
  'parla',
  'fala',
  'calling',
  'ringing',
]);
const fromCues = new Set(['from', 'de', 'von', 'about', 'regarding', 'on', 'again']);

/** "gurpreet speaking", "this is deshawn whitlock calling": a name that says itself, known or not. Its end, or −1. */
export function selfAnnounced(scan: Scan, from: number, isAfterCue: boolean): number {
  const { items } = scan;
  let at = from;
  while (
    at - from < 3 &&
    items[at]?.kind === 'word' &&
    !isStop(items[at]!) &&
    !announced.has(items[at]!.text) &&
    items[at]!.text.length > 2 &&
    !isInNumber(scan, at) &&
    scan.taken[at] !== 1
  )
    at += 1;
  if (at === from) return -1;
  const next = items[at];
  const says = next !== undefined && announced.has(next.text);
  if (isAfterCue) {
    const isKnown = GIVEN_NAMES.has(items[from]!.text) && (next === undefined || fromCues.has(next.text));
    return says || (at - from === 2 && isKnown) ? at : -1;
  }
  return says &&
    next.text === 'speaking' &&
    at - from <= 2 &&
    (at + 1 === items.length || items[at + 1]!.kind === 'mark')
    ? at
    : -1;
}

const selfCues = new Set(['this is', 'hier ist', 'hier spricht', 'le habla', 'aqui fala', 'ici', 'parla']);

/** Where "this is" and the like end, or −1. */
export function selfCueEnd(items: readonly Item[], at: number): number {
  const pair = `${items[at]!.text} ${items[at + 1]?.text ?? ''}`;
  if (selfCues.has(pair)) return at + 2;
  return selfCues.has(items[at]!.text) ? at + 1 : -1;
}
