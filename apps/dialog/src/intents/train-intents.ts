import { trainIntentModel, type IntentExamples, type IntentModel } from '@baton/language';
import type { Pack } from '@baton/packs';
import { trainingPhrases } from './training-phrases.js';

/** The same phrases give the same model. */
const seed = 7;

/** A pack's intents and small talk as one model. Takes a second or more: live services train in a thread. */
export function trainIntents(pack: Pack): IntentModel {
  return trainFrom(trainingPhrases(pack));
}

export function trainFrom(phrases: readonly IntentExamples[]): IntentModel {
  return trainIntentModel(phrases, { seed });
}
