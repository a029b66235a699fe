import { trainIntentModel, type IntentExamples, type IntentModel } from '@baton/language';
import type { Pack } from '@baton/packs';
import { ModelCache } from './model-cache.js';
import { trainingPhrases } from './training-phrases.js';

/** The same phrases give the same model. */
const seed = 7;

/** A pack's intents and small talk as one model. Takes a second or more: live services train in a thread. */
export function trainIntents(pack: Pack): IntentModel {
  return trainFrom(trainingPhrases(pack));
}

/** The same, out of the cache where it has been trained before. */
export function cachedIntents(pack: Pack, cacheDir: string): IntentModel {
  const cache = new ModelCache(cacheDir);
  const phrases = trainingPhrases(pack);
  const known = cache.find(phrases);
  if (known) return known;
  const trained = trainFrom(phrases);
  cache.keep(phrases, trained);
  return trained;
}

export function trainFrom(phrases: readonly IntentExamples[]): IntentModel {
  return trainIntentModel(phrases, { seed });
}
