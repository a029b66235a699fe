import { BatonError } from '@baton/kernel';
import { HandoffReturnedToBot } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { enter, isFinal, type Handoff, type HandoffOutcome } from './handoff.js';
import { requireOwn } from './request-transfer.js';
import { rescind } from './rescind.js';

/** What the human learned, for the bot and for whoever comes next. Redacted. */
export interface Learned {
  readonly note: string;
  readonly slots: Readonly<Record<string, string>>;
}

/** The agent gives the caller back to the bot. Throws `wrong-state` unless they talk with the caller, and nobody else does. */
export function giveBack(
  handoff: Handoff,
  given: { readonly agentId: string; readonly reason: string } & Learned,
  now: number,
): HandoffOutcome | undefined {
  if (handoff.state === 'returned-to-bot' && handoff.agent?.agentId === given.agentId) return undefined;
  requireOwn(handoff, given.agentId);
  if (handoff.transfer || handoff.participant === true) {
    throw new BatonError('wrong-state', 'A colleague is being asked, or is in the call; settle that first.');
  }
  return returnToBot(handoff, given.reason || 'given-back', now, given);
}

/** The bot goes on with the caller, whoever held them. Undefined once the conversation is being written up or over. */
export function returnToBot(
  handoff: Handoff,
  reason: string,
  now: number,
  { note, slots }: Learned = { note: '', slots: {} },
): HandoffOutcome | undefined {
  if (isFinal(handoff.state) || handoff.state === 'wrap-up') return undefined;
  const agentId = handoff.agent?.agentId ?? '';
  return {
    handoff: enter(handoff, 'returned-to-bot', now, { reason }),
    events: [
      ...rescind(handoff, reason),
      draft(HandoffReturnedToBot, handoff.conversationId, {
        handoffId: handoff.handoffId,
        agentId,
        reason,
        note,
        slots: { ...slots },
      }),
    ],
  };
}
