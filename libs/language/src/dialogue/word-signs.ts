import type { Models } from '../models/models.js';
import type { Token } from '../text/tokens.js';
import type { ClaimedLanguage } from '../types.js';
import { CLAIMED_LANGUAGES } from '../types.js';

const QUESTION_WORDS: Readonly<Record<ClaimedLanguage, ReadonlySet<string>>> = {
  en: new Set(['which', 'what', 'whats', 'when', 'where', 'who', 'how']),
  es: new Set(['que', 'cual', 'cuales', 'cuando', 'donde', 'quien', 'cuanto', 'cuanta', 'como']),
  fr: new Set(['quel', 'quelle', 'quels', 'quelles', 'quand', 'ou', 'qui', 'combien', 'comment']),
  de: new Set(['welche', 'welcher', 'welches', 'welchen', 'was', 'wann', 'wo', 'wer', 'wie']),
  it: new Set(['quale', 'quali', 'qual', 'quando', 'dove', 'chi', 'quanto', 'quanti', 'come', 'che']),
  pt: new Set(['qual', 'quais', 'quando', 'onde', 'quem', 'quanto', 'como', 'que']),
};

/** Whether a question asks for something ("which month?") rather than about it ("is that right?"). */
export function asksFor(models: Models, tokens: readonly Token[], lang: string): boolean {
  const language = Math.max(0, (CLAIMED_LANGUAGES as readonly string[]).indexOf(lang));
  const asking = QUESTION_WORDS[CLAIMED_LANGUAGES[language]!];
  return models.extractor.words(tokens).some(({ folded }) => asking.has(folded));
}

/** Whether a text denies anything. */
export function deniesIn(models: Models, tokens: readonly Token[], lang: string): boolean {
  const language = Math.max(0, (CLAIMED_LANGUAGES as readonly string[]).indexOf(lang));
  return models.extractor
    .words(tokens)
    .some(({ concepts }) => concepts[language]!.some((concept) => models.extractor.isNegation(concept)));
}

/** Whether a text begins with a yes. */
export function affirms(models: Models, tokens: readonly Token[], lang: string): boolean {
  const language = Math.max(0, (CLAIMED_LANGUAGES as readonly string[]).indexOf(lang));
  const first = tokens[0];
  if (first === undefined) return false;
  const { extractor } = models;
  return extractor
    .word(first.raw, first.isNumber)
    .concepts[language]!.some((concept) => extractor.isAnswer(concept) && !extractor.isNegation(concept));
}
