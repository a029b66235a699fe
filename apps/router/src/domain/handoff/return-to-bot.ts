import { HandoffReturnedToBot } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { enter, isFinal, type Handoff, type HandoffOutcome } from './handoff.js';
import { rescind } from './rescind.js';

/** The bot goes on with the caller, whoever held them. Undefined once the conversation is being written up or over. */
export function returnToBot(handoff: Handoff, reason: string, now: number): HandoffOutcome | undefined {
  if (isFinal(handoff.state) || handoff.state === 'wrap-up') return undefined;
  const agentId = handoff.agent?.agentId ?? '';
  return {
    handoff: enter(handoff, 'returned-to-bot', now, { reason }),
    events: [
      ...rescind(handoff, reason),
      draft(HandoffReturnedToBot, handoff.conversationId, { handoffId: handoff.handoffId, agentId, reason }),
    ],
  };
}
