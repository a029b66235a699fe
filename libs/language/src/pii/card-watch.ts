import type { ClaimedLanguage, PiiSpan } from '../types.js';
import { isAmount, isAnnounced, isMostOfTurn, isReadAloud } from './card-context.js';
import { bestFit } from './card-fit.js';
import { cardLength, findCardTail } from './cards.js';
import { searched, toCodePoints } from './find-pii.js';
import type { NumberAsked } from './number-asked.js';
import type { DigitRun, Scan } from './scan.js';
import { digitRuns, take } from './scan.js';

/**
 * What must be remembered from one customer turn to the next so that a card number said in pieces leaves nothing behind. It holds
 * digits: for the memory of a process and the length of a call, never for a store, an event or a log.
 */
export interface CardWatch {
  /** Digits of the turns before that may begin a card number, oldest first, at most three parts of at most 15 digits. */
  readonly parts: readonly string[];
  /** The last of them was redacted when it was said. */
  readonly redacted: boolean;
  /** Customer turns for which the parts, and the subject of a card, still count. */
  readonly partsFor: number;
  readonly cardFor: number;
  /** Customer turns for which a question for another number still counts: it may be put again in other words. */
  readonly otherFor: number;
  /** Length of the card number that was complete last; 0 for none. */
  readonly complete: number;
}

/** Before the first turn. */
export const NO_CARD_WATCH: CardWatch = {
  parts: [],
  redacted: false,
  partsFor: 0,
  cardFor: 0,
  otherFor: 0,
  complete: 0,
};

/** Personal data of a turn, and what to remember for the next. */
export interface WatchedTurn {
  readonly spans: readonly PiiSpan[];
  readonly watch: CardWatch;
}

// A card number is read out in up to three turns, and there may be a word between them.
const REMEMBERED_TURNS = 3;
const OTHER_TURNS = 2;
const UNANNOUNCED = 8;
const SHORTEST = 4;
// Who says more numbers than this in one turn reads out no card.
const MOST_RUNS = 50;

/**
 * Personal data of a customer turn in its call: what `findPii` finds, and the parts of card numbers that no single turn shows.
 * A part is redacted before the rest is heard where it has eight digits or more that begin a card number and nothing says that
 * they are another number, or four where a card is spoken of. Linear in the length of the turn.
 */
export function findPiiOfTurn(
  text: string,
  lang: ClaimedLanguage,
  before: CardWatch = NO_CARD_WATCH,
  asked: NumberAsked = 'none',
): WatchedTurn {
  const scan = searched(text, lang);
  let watch = aged(before, scan, asked);
  const blank = { ...scan, taken: new Uint8Array(scan.items.length) };
  for (const run of digitRuns(blank).slice(0, MOST_RUNS)) watch = watchRun(scan, run, watch, asked);
  return { spans: toCodePoints(text, scan), watch };
}

function aged(before: CardWatch, scan: Scan, asked: NumberAsked): CardWatch {
  const partsFor = Math.max(0, before.partsFor - 1);
  const isOfCard = scan.speaksOfCard && !scan.cues.some(({ cue }) => cue === 'last-four');
  const isAsked = asked === 'card' || asked === 'code';
  return {
    parts: partsFor > 0 ? before.parts : [],
    redacted: partsFor > 0 && before.redacted,
    partsFor,
    otherFor: asked === 'other' ? OTHER_TURNS : isAsked ? 0 : Math.max(0, before.otherFor - 1),
    cardFor: isOfCard || isAsked ? REMEMBERED_TURNS : Math.max(0, before.cardFor - 1),
    complete: before.cardFor > 1 ? before.complete : 0,
  };
}

function watchRun(scan: Scan, run: DigitRun, watch: CardWatch, asked: NumberAsked): CardWatch {
  const type = typeAt(scan, run);
  if (type === 'PAN') return whole(watch, run.digits);
  if ((type !== undefined && !guessed.has(type)) || isAnnounced(scan, run)) return watch;
  const joined = continuation(scan, run, watch, asked);
  if (joined !== undefined) return joined;
  if (isCode(scan, run, watch, asked)) {
    take(scan, 'CVV', run.from, run.to);
    return { ...watch, complete: 0 };
  }
  return opening(scan, run, watch, asked);
}

/** The run goes on where an earlier turn stopped; undefined where no card number can come of them. */
function continuation(
  scan: Scan,
  run: DigitRun,
  watch: CardWatch,
  asked: NumberAsked,
): CardWatch | undefined {
  if (run.digits.length < 2 || isAmount(scan, run)) return undefined;
  const fit = bestFit(scan, run, watch.parts);
  if (fit === undefined || (asked === 'other' && !fit.isWhole)) return undefined;
  const isMost = isMostOfTurn(scan, run);
  const isSure = fit.isWhole || watch.redacted || watch.cardFor > 0 || (isMost && fit.length >= UNANNOUNCED);
  if (!isSure && !isMost) return undefined;
  if (isSure) retake(scan, run.from, scan.parts[fit.end - 1]!.to);
  if (fit.isWhole) {
    findCardTail(scan);
    return completed(watch, fit.length);
  }
  return {
    ...watch,
    parts: [...watch.parts, run.digits].slice(-REMEMBERED_TURNS),
    redacted: isSure,
    partsFor: REMEMBERED_TURNS,
  };
}

// What bare digits are taken for where nothing else is known of them.
const guessed: ReadonlySet<PiiSpan['type']> = new Set(['PHONE', 'DOB'] as const);

function retake(scan: Scan, from: number, to: number): void {
  const guess = scan.spans.findIndex((span) => guessed.has(span.type) && span.from < to && span.to > from);
  if (guess >= 0) {
    const [span] = scan.spans.splice(guess, 1);
    scan.taken.fill(0, span!.from, span!.to);
  }
  take(scan, 'PAN', from, to);
}

/** The run may begin a card number: redacted where that is likely, remembered where it is possible. */
function opening(scan: Scan, run: DigitRun, watch: CardWatch, asked: NumberAsked): CardWatch {
  const { length } = run.digits;
  const expected = cardLength(run.digits);
  if (
    length < (asked === 'card' ? 2 : SHORTEST) ||
    expected === 0 ||
    length >= expected ||
    isAmount(scan, run)
  )
    return watch;
  if (asked === 'other' && !(scan.speaksOfCard && length >= UNANNOUNCED)) return watch;
  // "four two four two" after "what are the last four?" — "sorry?"
  if (length === SHORTEST && watch.otherFor > 0 && !scan.speaksOfCard) return watch;
  const isOfCard = watch.cardFor > 0 && (isMostOfTurn(scan, run) || isReadAloud(scan, run));
  const redacted = length >= UNANNOUNCED || isOfCard;
  if (isOfCard) retake(scan, run.from, run.to);
  else if (redacted) take(scan, 'PAN', run.from, run.to);
  return { ...watch, parts: [run.digits], redacted, partsFor: REMEMBERED_TURNS };
}

// Thirteen digits can pass the check by chance and still be only the beginning.
function whole(watch: CardWatch, digits: string): CardWatch {
  const done = completed(watch, digits.length);
  return digits.length < cardLength(digits)
    ? { ...done, parts: [digits], redacted: true, partsFor: REMEMBERED_TURNS }
    : done;
}

function completed(watch: CardWatch, length: number): CardWatch {
  return { ...watch, parts: [], redacted: false, partsFor: 0, cardFor: REMEMBERED_TURNS, complete: length };
}

/** The security code as a turn of its own: it was asked for, or the card number was said before it. */
function isCode(scan: Scan, run: DigitRun, watch: CardWatch, asked: NumberAsked): boolean {
  const { length } = run.digits;
  if (!isMostOfTurn(scan, run) || isAmount(scan, run) || asked === 'other') return false;
  if (asked === 'code') return length === 3 || length === 4;
  return watch.complete > 0 && length === (watch.complete === 15 ? 4 : 3);
}

function typeAt(scan: Scan, run: DigitRun): PiiSpan['type'] | undefined {
  return scan.spans.find(({ from, to }) => from < run.to && to > run.from)?.type;
}
