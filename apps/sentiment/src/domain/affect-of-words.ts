import {
  affectOf,
  CLAIMED_LANGUAGES,
  detectLanguage,
  NO_AFFECT,
  signalScores,
  tokenize,
  type Affect,
  type Models,
} from '@baton/language';

/** Below this confidence a turn is read in the language the conversation started in. */
const believedLanguage = 0.8;

/** How the words of a turn feel: the same as a whole analysis would say, without what only others need. */
export function affectOfWords(text: string, startedIn: string, models: Models): Affect {
  const tokens = tokenize(text);
  if (tokens.length === 0) return NO_AFFECT;
  const detected = detectLanguage(models.language, text);
  const code =
    detected.confidence >= believedLanguage ? detected.code : startedIn.toLowerCase().split('-')[0];
  const language = CLAIMED_LANGUAGES.find((claimed) => claimed === code) ?? 'en';
  return affectOf(signalScores(models, tokens, language));
}
