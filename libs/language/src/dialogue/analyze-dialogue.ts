import { analyzeInDetail } from '../analyze-utterance.js';
import type { IntentModel } from '../intent/intent-model.js';
import { startLanguage, trackedLanguage, trackLanguage } from '../langid/language-tracker.js';
import type { Models } from '../models/models.js';
import type { AffectTrajectory } from '../signals/affect-trajectory.js';
import { NO_TRAJECTORY, trackAffect } from '../signals/affect-trajectory.js';
import type { Affect, LanguageGuess } from '../types.js';
import type { DialogueState, DialogueTurn, MisunderstandingKind } from './dialogue-state.js';
import { NEW_DIALOGUE } from './dialogue-state.js';
import { riskOf } from './risk.js';
import { understandTurn } from './understand-turn.js';

/** What is understood of one customer turn in its dialogue. */
export interface DialogueTurnAnalysis {
  readonly index: number;
  readonly misunderstood: boolean;
  /** Left out where the turn was understood. */
  readonly kind?: MisunderstandingKind;
  readonly affect: Affect;
  /** 0..1: how much speaks for a person taking over, from all turns so far. */
  readonly risk: number;
}

/** A dialogue as `baton analyze-dialogue` prints it. */
export interface DialogueAnalysis {
  readonly turns: readonly DialogueTurnAnalysis[];
  readonly language: LanguageGuess;
}

/**
 * Goes through a dialogue in order. Affect and risk of an entry rest on the turns up to it alone. Its kind may rest on the
 * bot's direct reply as well, since "not understood" and "wrongly answered" are only seen there; never on anything later.
 */
export function analyzeDialogue(
  turns: readonly DialogueTurn[],
  options: { models: Models; lang?: string; intents?: IntentModel },
): DialogueAnalysis {
  let state: DialogueState = NEW_DIALOGUE;
  let trajectory: AffectTrajectory = NO_TRAJECTORY;
  let language = startLanguage(options.lang);
  const entries: DialogueTurnAnalysis[] = [];
  turns.forEach((turn, index) => {
    const isCustomer = turn.speaker === 'customer';
    if (isCustomer) language = trackLanguage(language, options.models.language, turn.text);
    const lang = language.code === 'und' ? (options.lang ?? '') : language.code;
    const hint = lang === '' ? {} : { lang };
    const detail = isCustomer ? analyzeInDetail(turn.text, { models: options.models, ...hint }) : undefined;
    const understood = understandTurn(state, turn, {
      models: options.models,
      ...hint,
      scores: detail?.scores,
      tokens: detail?.tokens,
    });
    state = understood.state;
    const { misunderstanding } = understood;
    if (detail !== undefined) {
      const { affect } = detail.analysis;
      trajectory = trackAffect(trajectory, affect);
      entries.push({ index, misunderstood: false, affect, risk: riskOf(state, trajectory, detail.analysis) });
    }
    if (misunderstanding !== null) {
      const at = entries.findIndex((entry) => entry.index === misunderstanding.turnIndex);
      const entry = entries[at];
      if (entry !== undefined) {
        entries[at] = { ...entry, misunderstood: true, kind: misunderstanding.kind };
      }
    }
  });
  return { turns: entries, language: trackedLanguage(language) };
}
