import { HandoffAbandoned } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { enter, isFinal, type Handoff, type HandoffOutcome } from './handoff.js';
import type { QueueView } from './queue-view.js';
import { rescind } from './rescind.js';
import { startWrapUp } from './wrap-up.js';

/** The conversation is over. Before a human was there, nobody is left ringing; after, the agent writes it up. */
export function leave(handoff: Handoff, view: QueueView): HandoffOutcome | undefined {
  const { now } = view;
  if (isFinal(handoff.state) || handoff.state === 'wrap-up') return undefined;
  if (handoff.state === 'bridged') return startWrapUp(handoff, view);
  const reason = 'caller-left';
  return {
    handoff: enter(handoff, 'abandoned', now, { reason }),
    events: [
      ...rescind(handoff, reason),
      draft(HandoffAbandoned, handoff.conversationId, {
        handoffId: handoff.handoffId,
        inState: handoff.state,
        waitedMs: Math.max(0, now - handoff.requestedAt),
      }),
    ],
  };
}
