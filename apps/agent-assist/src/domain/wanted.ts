import type { AssistState } from './assist-state.js';

/** What the caller wants, what it is about now first: the intent of the turn that escalated, then the newest. */
export function wanted({ intents, turns, escalatedAt }: AssistState): readonly string[] {
  const escalating = turns.find(({ turnIndex }) => turnIndex === escalatedAt)?.intent ?? '';
  const newestFirst = intents.toReversed();
  return escalating === '' ? newestFirst : [escalating, ...newestFirst.filter((one) => one !== escalating)];
}
