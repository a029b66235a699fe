import { derivedId } from '@baton/kernel';
import { HandoffMessageTaken } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { enter, isWaiting, type Handoff, type HandoffOutcome } from './handoff.js';
import { rescind } from './rescind.js';

/** The caller left a message instead of waiting. Undefined where somebody has them by now: the message is in the transcript then. */
export function takeMessage(
  handoff: Handoff,
  message: { readonly text: string; readonly language: string },
  now: number,
): HandoffOutcome | undefined {
  if (!isWaiting(handoff)) return undefined;
  const { handoffId, conversationId, queue } = handoff;
  return {
    handoff: enter(handoff, 'message-left', now, { reason: 'left-a-message' }),
    events: [
      ...rescind(handoff, 'left-a-message'),
      draft(HandoffMessageTaken, conversationId, {
        handoffId,
        messageId: derivedId(handoffId, 'message', 0),
        queue,
        ...message,
        leftAtMs: now,
      }),
    ],
  };
}
