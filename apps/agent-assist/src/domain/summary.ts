import type { AssistState, AssistTurn } from './assist-state.js';
import { wanted } from './wanted.js';

/** Sentences of a summary, at most. */
const maxSentences = 3;

/**
 * An extractive summary: the customer's own words that carry the case, in order, after one line of what happened. Sentences are
 * ranked by how much of the customer's vocabulary they share, weighted by where they stand; nothing is made up.
 */
export function summarise(state: AssistState, titleOf: (intent: string) => string): string {
  const said = state.turns.filter(({ speaker, text }) => speaker === 'customer' && text !== '');
  const facts = [
    state.intents.length > 0 ? `Wants: ${wanted(state).map(titleOf).join('; ')}.` : '',
    state.reasons.length > 0 ? `Escalated for: ${state.reasons.join(', ')}.` : '',
    state.failedAttempts > 0
      ? `The assistant failed ${state.failedAttempts} ${state.failedAttempts === 1 ? 'time' : 'times'}.`
      : '',
  ].filter((fact) => fact !== '');
  const quotes = central(said).map(({ text }) => `“${shorten(text)}”`);
  return [...facts, quotes.length > 0 ? `In their words: ${quotes.join(' … ')}` : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** The last question or request of the customer that no person has answered yet. */
export function openQuestion(state: AssistState): string {
  const answered = state.turns.findLastIndex(({ speaker }) => speaker === 'agent');
  const open = state.turns
    .slice(answered + 1)
    .filter(({ speaker, text }) => speaker === 'customer' && text !== '');
  const question = open.findLast(({ text }) => text.includes('?'));
  const request = open.findLast(({ text }) => text.split(/\s+/).length >= 3);
  return shorten((question ?? request ?? open.at(-1))?.text ?? '');
}

function central(turns: readonly AssistTurn[]): AssistTurn[] {
  if (turns.length <= maxSentences) return [...turns];
  const counts = new Map<string, number>();
  for (const turn of turns)
    for (const word of wordsOf(turn.text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const worth = (turn: AssistTurn, position: number) => {
    const words = wordsOf(turn.text);
    const shared =
      words.reduce((sum, word) => sum + Math.log1p(counts.get(word)! - 1), 0) / Math.sqrt(words.length || 1);
    // The first words name the problem, the last ones why it escalated.
    const place = position === 0 || position === turns.length - 1 ? 2 : 0;
    return shared + place + (turn.intent === '' ? 0 : 0.5);
  };
  const chosen = turns
    .map((turn, position) => ({ turn, position, score: worth(turn, position) }))
    .sort((a, b) => b.score - a.score || a.position - b.position)
    .slice(0, maxSentences);
  return chosen.sort((a, b) => a.position - b.position).map(({ turn }) => turn);
}

function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])];
}

function shorten(text: string): string {
  return text.length <= 180 ? text : `${text.slice(0, 177).trimEnd()}…`;
}
