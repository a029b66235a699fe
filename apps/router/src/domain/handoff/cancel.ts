import { HandoffCancelled } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { enter, isFinal, type Handoff, type HandoffOutcome } from './handoff.js';
import { rescind } from './rescind.js';

/** What was asked for is not needed any more: whoever rings is told, and the caller stays where they are. */
export function cancelHandoff(
  handoff: Handoff,
  reason: string,
  now: number,
  goesOnWith = handoff.previous?.handoffId ?? '',
): HandoffOutcome | undefined {
  if (isFinal(handoff.state) || handoff.state === 'wrap-up' || handoff.state === 'bridged') return undefined;
  return {
    handoff: enter(handoff, 'cancelled', now, { reason }),
    events: [
      ...rescind(handoff, reason),
      draft(HandoffCancelled, handoff.conversationId, {
        handoffId: handoff.handoffId,
        agentId: handoff.agent?.agentId ?? '',
        reason,
        previousHandoffId: goesOnWith,
      }),
    ],
  };
}
