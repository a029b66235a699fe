import type { AssistUpdated, SuggestedArticle } from '@baton/contracts';
import { sentenceIn, type Pack } from '@baton/packs';
import type { AssistState } from './assist-state.js';
import { firstSentence } from './first-sentence.js';
import { openQuestion, summarise } from './summary.js';

/** Finds articles for the case. */
export type FindArticles = (query: {
  words: string;
  language: string;
  intents: readonly string[];
  topics: readonly string[];
  limit: number;
}) => SuggestedArticle[];

/** Help for the human as the conversation stands now. */
export function helpFor(state: AssistState, pack: Pack, findArticles: FindArticles): AssistUpdated {
  const titleOf = (intent: string, language: string) => {
    const found = pack.bot.intents.find(({ name }) => name === intent);
    return found ? sentenceIn(found.title, language, ...pack.languages) : intent;
  };
  const recent = state.turns.filter(({ speaker }) => speaker === 'customer').slice(-4);
  const words = [
    ...recent.map(({ text }) => text),
    ...state.intents.map((intent) => titleOf(intent, state.language)),
  ].join(' ');
  const guidance = Object.entries(pack.compliance.guidance)
    .filter(([topic]) => state.topics.includes(topic) || state.reasons.includes(topic))
    .map(([, text]) => sentenceIn(text ?? {}, ...pack.languages));
  return {
    revision: (state.newest?.revision ?? 0) + 1,
    turnIndex: state.lastTurn,
    summary: summarise(state, (intent) => titleOf(intent, pack.languages[0]!)),
    openQuestion: openQuestion(state),
    suggestedFirstSentence: firstSentence(state, titleOf),
    articles: findArticles({
      words,
      language: state.language,
      intents: state.intents,
      topics: state.topics,
      limit: 3,
    }),
    guidance,
  };
}
