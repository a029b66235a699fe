import type { SignalScores } from '../signals/signal-scores.js';
import type { BotTrace, DialogueState, MisunderstandingKind, TurnTrace } from './dialogue-state.js';
import { similarity } from './signature.js';

const SAME = 0.6;
const CORRECTION_WORDS = 14;
const SHORT_ANSWER = 4;
// To what asks for a thing, only the very same is no answer.
const VERY_SAME = 0.9;

/** What a customer turn says, as far as its kind depends on it. */
export interface CustomerWords {
  readonly hashes: readonly number[];
  readonly scores: SignalScores;
  readonly negates: boolean;
  readonly beginsWithNo: boolean;
  readonly words: number;
}

/** How a customer turn was misunderstood, from itself and what came before it; null where it was not. */
export function kindOf(state: DialogueState, said: CustomerWords): MisunderstandingKind | null {
  const { bot, customer } = state;
  const last = customer[0];
  if (bot === null || last === undefined) return null;
  const isSame = customer.slice(0, 3).some((trace) => similarity(trace.signature, said.hashes) >= SAME);
  if (said.scores.restart >= 0.5 && !isSame && isStuck(state, said)) return 'topic-switch';
  if (bot.noMatch) return null;
  if (isCorrection(bot, customer, said)) return 'correction';
  return isRepeat(bot, customer, said) ? 'repeat' : null;
}

/** The task does not move: something failed, the bot insists, or the customer has not what it asks for. */
function isStuck({ bot, consecutive, customer }: DialogueState, { negates }: CustomerWords): boolean {
  const last = customer[0]!;
  return consecutive > 0 || last.failed || bot!.insists || last.negates || negates;
}

/** A denial, or the bot's reading put right: "York, not Cork"; "fifty" after "fifteen pounds, is that right?". */
function isCorrection(
  bot: BotTrace,
  customer: readonly TurnTrace[],
  { hashes, scores, negates, beginsWithNo, words }: CustomerWords,
): boolean {
  const last = customer[0]!;
  const isAgain = isWholeAgain(last, hashes) || similarity(last.signature, hashes) >= SAME;
  if (isAgain && ((beginsWithNo && !bot.insists) || isReadingDenied(bot, last, hashes))) return true;
  if (isWholeAgain(last, hashes)) return false;
  const ofBot = hashes.some((hash) => bot.signature.includes(hash) && !last.signature.includes(hash));
  const ofOwn = hashes.some((hash) => last.signature.includes(hash) && !bot.signature.includes(hash));
  // The bot took up what was said, so what it left out or put differently is its reading.
  const isReadBack = customer
    .slice(0, 3)
    .some((trace) => trace.signature.some((hash) => bot.signature.includes(hash)));
  if (
    negates &&
    words <= CORRECTION_WORDS &&
    ((ofBot && (ofOwn || (bot.asks && isReadBack))) || (ofOwn && isReadBack))
  )
    return true;
  if (words <= 6 && ofOwn && isReadBack && !ofBot && (!bot.asks || bot.confirms)) return true;
  // "I said …" without a denial is the same again, not a correction.
  // After a question for a thing, a denial that shares nothing says that the customer has not got it.
  const isAboutIt = ofBot || ofOwn || isReadBack;
  const isEnough = isAboutIt ? 0.5 : bot.asks && !bot.confirms ? 0.85 : 0.65;
  return words > 2 && scores.correction >= isEnough && (negates || !ofOwn);
}

/** "The fifth, is that okay?" — "the ninth", as said before. */
function isReadingDenied(bot: BotTrace, last: TurnTrace, hashes: readonly number[]): boolean {
  const isShort = last.signature.length <= SHORT_ANSWER && hashes.length <= SHORT_ANSWER;
  const isAboutIt = last.signature.some((hash) => bot.signature.includes(hash));
  return (
    bot.readsBack && (isShort || isAboutIt) && last.signature.some((hash) => !bot.signature.includes(hash))
  );
}

// Who puts a reading right says the part that was wrong; who is not heard says all of it again.
function isWholeAgain(last: TurnTrace, hashes: readonly number[]): boolean {
  const { signature } = last;
  return (
    signature.length >= 1 &&
    signature.filter((hash) => hashes.includes(hash)).length / signature.length >= 0.8
  );
}

/** The same again without being asked for it: the bot spoke of something else. */
function isRepeat(bot: BotTrace, customer: readonly TurnTrace[], { hashes }: CustomerWords): boolean {
  if (hashes.length === 0) return false;
  return customer.slice(0, 3).some((trace) => {
    if (similarity(trace.signature, hashes) < SAME) return false;
    if (!bot.asks) return true;
    if (!bot.confirms && similarity(trace.signature, hashes) < VERY_SAME) return false;
    // A question may ask for a part of what was said; only the whole of it, after a question about something else, is unprompted.
    const kept = trace.signature.filter((hash) => hashes.includes(hash)).length / trace.signature.length;
    return kept >= SAME && !trace.signature.some((hash) => bot.signature.includes(hash));
  });
}
