import { BotAction } from '@baton/contracts';
import type { Action, Conversation } from './conversation.js';

/** Whether the bot settled an intent, failed at it, or it still stands open. */
export type IntentStatus = 'pending' | 'satisfied' | 'failed';

/**
 * An intent is satisfied once an answer to it was of use, and failed where the last thing the bot did about it was rejected or left.
 * What the caller escalated with stands open whatever came of it before.
 */
export function intentStatus(
  intent: string,
  { actions, decision, intents }: Pick<Conversation, 'actions' | 'decision' | 'intents'>,
): IntentStatus {
  const escalatedWith = intents.find(({ turnIndex }) => turnIndex === decision?.turnIndex)?.intent;
  if (intent === escalatedWith) return 'pending';
  const last = actions.findLast((action) => action.intent === intent && action.unheard === undefined);
  return last === undefined ? 'pending' : statusAfter(last);
}

function statusAfter({ action, result }: Action): IntentStatus {
  if (result === 'rejected' || result === 'left') return 'failed';
  return result === 'accepted' && action === BotAction.BOT_ACTION_ANSWERED ? 'satisfied' : 'pending';
}
