import { BotAction, Speaker, type Slot } from '@baton/contracts';
import type { Action, Conversation, Turn } from './conversation.js';

/** What the bot asked for and what it got, newest question per slot; only questions the caller heard. */
export function slotsAsked({ actions, turns }: Pick<Conversation, 'actions' | 'turns'>): Slot[] {
  const asked = actions.filter(
    ({ action, slot, unheard }) =>
      action === BotAction.BOT_ACTION_ASKED_SLOT && slot !== '' && unheard === undefined,
  );
  const newest = new Map(asked.map((each) => [each.slot, each]));
  return [...newest.values()].map((question) => slotOf(question, turns));
}

function slotOf({ slot: name, intent, turnIndex, result }: Action, turns: readonly Turn[]): Slot {
  if (result !== 'accepted')
    return { name, intent, turnIndex, value: '', status: result === 'open' ? 'pending' : 'failed' };
  const answer = turns.find(
    (turn) => turn.turnIndex > turnIndex && turn.speaker === Speaker.SPEAKER_CUSTOMER && turn.text !== '',
  );
  return { name, intent, turnIndex, value: answer?.text ?? '', status: 'satisfied' };
}
