import { detectLanguage } from '../langid/detect.js';
import type { Models } from '../models/models.js';
import { signalScores } from '../signals/signal-scores.js';
import { tokenize } from '../text/tokens.js';
import { signatureOf } from './signature.js';
import { affirms, asksFor, deniesIn, readsBack } from './word-signs.js';

/** What a sentence of a bot shows by itself, whatever was said before it. */
export interface BotSentence {
  readonly noMatch: boolean;
  readonly asks: boolean;
  readonly confirms: boolean;
  readonly readsBack: boolean;
  /** It begins with yes or no: an answer to what was asked. */
  readonly affirmsOrDenies: boolean;
  readonly signature: readonly number[];
  readonly subjects: readonly number[];
}

/** Bots say the same sentences over and over; beyond this many, or this long, they are worked out anew. */
const MOST_KEPT = 2_000;
const LONGEST_KEPT = 500;
const kept = new WeakMap<Models, Map<string, BotSentence>>();

/** Reads a bot's sentence; `lang` where it is known. */
export function botSentence(models: Models, text: string, lang: string | undefined): BotSentence {
  if (text.length > LONGEST_KEPT) return read(models, text, lang);
  let known = kept.get(models);
  if (known === undefined) kept.set(models, (known = new Map<string, BotSentence>()));
  const key = `${lang ?? ''}\n${text}`;
  let sentence = known.get(key);
  if (sentence === undefined) {
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, (sentence = read(models, text, lang)));
  }
  return sentence;
}

function read(models: Models, text: string, given: string | undefined): BotSentence {
  const tokens = tokenize(text);
  const lang = given ?? detectLanguage(models.language, text).code;
  const scores = tokens.length === 0 ? undefined : signalScores(models, tokens, lang);
  const { hashes: signature, subjects } = signatureOf(models.extractor, tokens, lang);
  const isReadBack = readsBack(text, lang);
  return {
    noMatch: (scores?.['bot-no-match'] ?? 0) >= 0.5,
    asks:
      isReadBack ||
      (scores?.['bot-asks'] ?? 0) >= 0.5 ||
      /[?？]\s*$/u.test(text) ||
      asksFor(models, tokens.slice(0, 2), lang),
    confirms: tokens.length > 0 && !asksFor(models, tokens, lang),
    readsBack: isReadBack,
    affirmsOrDenies: affirms(models, tokens, lang) || deniesIn(models, tokens, lang),
    signature,
    subjects,
  };
}
