import { classifyTokens, NO_INTENT } from './intent/classify-intent.js';
import type { IntentModel } from './intent/intent-model.js';
import { detectLanguage } from './langid/detect.js';
import type { Models } from './models/models.js';
import { findPii } from './pii/find-pii.js';
import { redact } from './pii/redact.js';
import { affectOf, NO_AFFECT } from './signals/affect.js';
import { humanRequestOf, isKeyedZero } from './signals/human-request.js';
import { finish, wholeScores } from './signals/signal-scores.js';
import type { SignalScores } from './signals/signal-scores.js';
import { topicsOf } from './signals/topics.js';
import type { Token } from './text/tokens.js';
import { tokenize } from './text/tokens.js';
import type { Analysis, ClaimedLanguage, LanguageGuess } from './types.js';
import { CLAIMED_LANGUAGES } from './types.js';

/** What the analysis of an utterance may be given. */
export interface AnalyzeOptions {
  readonly models: Models;
  /** The language the caller is known or believed to speak; without it the language is detected. */
  readonly lang?: string;
  readonly intents?: IntentModel;
}

/** An analysis and the raw scores it rests on, for what looks at several turns. */
export interface DetailedAnalysis {
  readonly analysis: Analysis;
  readonly scores: SignalScores | undefined;
  readonly tokens: readonly Token[];
}

/**
 * Understands one utterance from its words alone. Bounded time on any input: classification reads the first
 * 4,000 UTF-16 units, redaction reads all of it in linear time.
 */
export function analyzeUtterance(text: string, options: AnalyzeOptions): Analysis {
  return analyzeInDetail(text, options).analysis;
}

/** The same with the raw scores. */
export function analyzeInDetail(text: string, options: AnalyzeOptions): DetailedAnalysis {
  const { models } = options;
  const detected = detectLanguage(models.language, text);
  const language = withHint(detected, options.lang, text);
  const tokens = tokenize(text);
  const pii = findPii(text, workingLanguage(language, options.lang));
  const redacted = redact(text, pii);
  if (tokens.length === 0) {
    return {
      analysis: {
        language,
        intent: NO_INTENT,
        humanRequest: { value: false, score: 0, keyed: false, callback: false },
        topics: [],
        affect: NO_AFFECT,
        pii,
        redacted,
      },
      scores: undefined,
      tokens,
    };
  }
  const lang = workingLanguage(language, options.lang);
  const logits = wholeScores(models, tokens, lang);
  const intent =
    options.intents === undefined || isKeyedZero(text)
      ? NO_INTENT
      : classifyTokens(options.intents, models, tokens, lang, models.extractor.current);
  const scores = finish(models, logits, tokens, lang);
  return {
    analysis: {
      language,
      intent,
      humanRequest: humanRequestOf(text, scores),
      topics: topicsOf(scores, pii),
      affect: affectOf(scores),
      pii,
      redacted,
    },
    scores,
    tokens,
  };
}

/** A hint wins over weak evidence, and loses to a clear sentence in another language. */
function withHint(detected: LanguageGuess, hint: string | undefined, text: string): LanguageGuess {
  if (hint === undefined || hint === '') return detected;
  const code = hint.toLowerCase().split('-')[0]!;
  if (detected.code === code) return { code, confidence: Math.max(detected.confidence, 0.9) };
  const isClear = detected.confidence >= 0.95 && text.length >= 20;
  return isClear ? detected : { code, confidence: 0.7 };
}

/** The language whose words are looked up: the one detected if it is claimed, else the hint, else English. */
function workingLanguage(language: LanguageGuess, hint: string | undefined): ClaimedLanguage {
  for (const code of [language.code, hint?.toLowerCase().split('-')[0]]) {
    const claimed = CLAIMED_LANGUAGES.find((one) => one === code);
    if (claimed !== undefined) return claimed;
  }
  return 'en';
}
