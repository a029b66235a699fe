import { analyzeUtterance, type Analysis } from '@baton/language';
import { smallTalkOf } from './domain/small-talk.js';
import type { Understanding } from './domain/understand.js';

/** The whole analysis of one utterance by itself. Small talk is in scope but is no intent of the pack. */
export function analyze(text: string, language: string, { models, intents }: Understanding): Analysis {
  const analysis = analyzeUtterance(text, {
    models,
    intents,
    ...(language === '' ? {} : { lang: language }),
  });
  const alternatives = analysis.intent.alternatives.filter(({ name }) => smallTalkOf(name) === undefined);
  if (smallTalkOf(analysis.intent.name) === undefined)
    return { ...analysis, intent: { ...analysis.intent, alternatives } };
  return { ...analysis, intent: { name: '', confidence: 0, outOfScope: false, alternatives } };
}
