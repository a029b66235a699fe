import { Speaker } from '@baton/contracts';
import type { Action, Turn } from './conversation.js';

/**
 * Marks what the caller got to hear. A reply and its being spoken come on two topics, in either order; and a reply the gate held
 * back, because a person takes over or the policy asks instead, is never spoken at all.
 */
export function actionsHeard(actions: readonly Action[], turns: readonly Turn[]): readonly Action[] {
  if (actions.every(({ unheard }) => unheard === undefined)) return actions;
  return actions.map((action) => {
    const { unheard, ...heard } = action;
    return unheard !== undefined && wasSpoken(action.turnIndex, unheard, turns) ? heard : action;
  });
}

/** The policy may add an offer after the bot's own words. */
function wasSpoken(turnIndex: number, words: string, turns: readonly Turn[]): boolean {
  return turns.some(
    ({ speaker, replyTo, text }) =>
      speaker === Speaker.SPEAKER_BOT && replyTo === turnIndex && text.startsWith(words),
  );
}
