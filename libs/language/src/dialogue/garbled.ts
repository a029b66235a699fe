import { wordEvidence } from '../langid/language-model.js';
import type { Models } from '../models/models.js';
import { NUMBER_WORDS } from '../pii/number-words.js';
import type { Token } from '../text/tokens.js';
import { CLAIMED_LANGUAGES } from '../types.js';

/** Whether every word is a number, a yes or a no: short answers that a low confidence takes nothing from. */
export function isPlainAnswer(tokens: readonly Token[], models: Models, lang: string): boolean {
  const language = Math.max(0, (CLAIMED_LANGUAGES as readonly string[]).indexOf(lang));
  const numbers = NUMBER_WORDS[CLAIMED_LANGUAGES[language]!];
  return tokens.every((token) => {
    if (token.isNumber) return true;
    const word = models.extractor.word(token.raw, false);
    return (
      numbers.has(word.folded) ||
      word.concepts[language]!.some((concept) => models.extractor.isAnswer(concept))
    );
  });
}

/**
 * Whether a text reads like a failed recognition: most of its words are neither known to the lexicon nor shaped like
 * words of the language. Used only together with a low confidence, so that an accent alone costs nobody anything.
 */
export function isGarbled(tokens: readonly Token[], models: Models, lang: string): boolean {
  const language = Math.max(0, (CLAIMED_LANGUAGES as readonly string[]).indexOf(lang));
  const column = models.language.languages.indexOf(CLAIMED_LANGUAGES[language]!);
  let strange = 0;
  let meaningful = 0;
  let repeated = 0;
  let before = '';
  for (const token of tokens) {
    const word = models.extractor.word(token.raw, token.isNumber);
    if (word.concepts[language]!.length > 0) meaningful += 1;
    else if (!token.isNumber && (wordEvidence(models.language, token.raw.toLowerCase())[column] ?? 0) < 1)
      strange += 1;
    if (word.folded === before) repeated += 1;
    before = word.folded;
  }
  const total = Math.max(1, tokens.length);
  return strange / total > 0.34 || repeated / total > 0.25 || meaningful / total < 0.3;
}
