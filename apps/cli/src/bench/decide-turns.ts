import {
  analyzeInDetail,
  NEW_DIALOGUE,
  NO_TRAJECTORY,
  startLanguage,
  trackAffect,
  trackLanguage,
  understandTurn,
  type Analysis,
  type IntentModel,
  type Misunderstanding,
  type Models,
} from '@baton/language';
import { neutralSignals, type Signals, type Verdict } from '@baton/policy';
import { decideUnder, type TurnPolicy } from '@baton/router';
import type { Utterance } from './decide-utterances.js';

/** What a turn's time is spent on. */
export type DecideStage = 'language' | 'analysis' | 'dialogue' | 'policy';

/** A turn decided, with the time it took in ms. */
export interface DecidedTurn {
  readonly verdict: Verdict;
  readonly ms: number;
  readonly stageMs: Readonly<Record<DecideStage, number>>;
}

interface Call {
  language: ReturnType<typeof startLanguage>;
  memory: typeof NEW_DIALOGUE;
  trajectory: typeof NO_TRAJECTORY;
  customerTurns: number;
  misunderstood: number;
  inARow: number;
}

/** Takes turns one after the other as dialog, sentiment and router do between them, state of the call included. */
export function beginTurns(with_: {
  readonly models: Models;
  readonly intents: IntentModel;
  readonly policy: TurnPolicy;
}): { take(utterance: Utterance): DecidedTurn } {
  const { models, intents, policy } = with_;
  let call = newCall('en');
  return {
    take: ({ text, lang, asrConfidence, first }) => {
      if (first) call = newCall(lang);
      const began = performance.now();
      call.language = trackLanguage(call.language, models.language, text);
      const knowsLanguage = performance.now();
      const { analysis, scores, tokens } = analyzeInDetail(text, {
        models,
        intents,
        lang: call.language.code,
      });
      const analysed = performance.now();
      const { state, misunderstanding } = understandTurn(
        call.memory,
        { speaker: 'customer', text, asrConfidence },
        { models, lang: call.language.code, scores, tokens },
      );
      call.memory = state;
      call.trajectory = trackAffect(call.trajectory, analysis.affect);
      call.customerTurns += 1;
      call.misunderstood += misunderstanding ? 1 : 0;
      call.inARow = misunderstanding ? call.inARow + 1 : 0;
      const remembered = performance.now();
      const signals = signalsOf(call, analysis, misunderstanding, asrConfidence);
      const { decision } = decideUnder(policy, signals, signals.humanRequest.keyed);
      const decided = performance.now();
      return {
        verdict: decision.verdict,
        ms: decided - began,
        stageMs: {
          language: knowsLanguage - began,
          analysis: analysed - knowsLanguage,
          dialogue: remembered - analysed,
          policy: decided - remembered,
        },
      };
    },
  };
}

function newCall(lang: string): Call {
  return {
    language: startLanguage(lang),
    memory: NEW_DIALOGUE,
    trajectory: NO_TRAJECTORY,
    customerTurns: 0,
    misunderstood: 0,
    inARow: 0,
  };
}

function signalsOf(
  call: Call,
  { intent, humanRequest, topics, affect }: Analysis,
  misunderstanding: Misunderstanding | null,
  asrConfidence: number,
): Signals {
  const signals = neutralSignals();
  signals.turn = {
    index: call.customerTurns * 2 - 1,
    customerTurns: call.customerTurns,
    asrConfidence,
    empty: false,
  };
  signals.language.code = call.language.code;
  Object.assign(signals.humanRequest, humanRequest, { count: humanRequest.value ? 1 : 0 });
  Object.assign(signals.affect, affect);
  const { frustrationMax, frustratedTurns, confusedTurns, polarityMean } = call.trajectory;
  signals.trajectory = { frustrationMax, frustratedTurns, confusedTurns, polarityMean };
  Object.assign(signals.intent, {
    name: intent.name,
    confidence: intent.confidence,
    outOfScope: intent.outOfScope,
  });
  Object.assign(signals.misunderstanding, {
    count: call.misunderstood,
    consecutive: call.inARow,
    kind: misunderstanding?.kind ?? '',
  });
  const scores = signals.topics as Record<string, number>;
  for (const { topic, score } of topics) {
    const name = topic.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (Object.hasOwn(scores, name)) scores[name] = score;
  }
  return signals;
}
