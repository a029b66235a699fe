import { BatonError } from '@baton/kernel';
import { HandoffCompleted, WrapUpStarted } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { timesMessage } from './event-parts.js';
import { enter, type Handoff, type HandoffOutcome } from './handoff.js';
import type { QueueView } from './queue-view.js';

/** What the agent writes when a conversation is over. */
export interface WrapUp {
  readonly agentId: string;
  /** A code of the pack's dispositions. */
  readonly disposition: string;
  /** Redacted. */
  readonly note: string;
}

/** The disposition of a wrap-up nobody filled in. */
export const noDisposition = 'none';

/** The agent ends the conversation. Undefined where it is over already. Throws `wrong-state`. */
export function finishConversation(
  handoff: Handoff,
  agentId: string,
  view: QueueView,
): HandoffOutcome | undefined {
  const theirs = handoff.agent?.agentId === agentId;
  if (theirs && handoff.state === 'wrap-up') return undefined;
  if (!theirs || handoff.state !== 'bridged') {
    throw new BatonError(
      'wrong-state',
      'Only the agent who talks with the caller can finish the conversation.',
    );
  }
  // Whoever talks beside another leaves alone; whoever holds the lease ends the conversation for all.
  return startWrapUp(handoff, view, handoff.participant === true ? handoff.previous?.handoffId : '');
}

/** The agent has written it up. Throws `wrong-state`, or `invalid-argument` for a disposition the pack does not know. */
export function completeWrapUp(handoff: Handoff, wrapUp: WrapUp, view: QueueView): HandoffOutcome {
  const { disposition, agentId } = wrapUp;
  if (handoff.state !== 'wrap-up' || handoff.agent?.agentId !== agentId) {
    throw new BatonError(
      'wrong-state',
      'Only the agent who took the caller can write it up, once they are done talking.',
    );
  }
  const codes = view.routing.dispositions.map(({ code }) => code);
  if (!codes.includes(disposition)) {
    throw new BatonError('invalid-argument', `disposition must be one of ${codes.join(', ')}.`);
  }
  return complete(handoff, wrapUp, view.now);
}

/** The agent had the time and did not: they are free again. */
export function wrapUpExpired(handoff: Handoff, now: number): HandoffOutcome | undefined {
  if (handoff.state !== 'wrap-up' || now < handoff.wrapUpUntil!) return undefined;
  return complete(handoff, { agentId: handoff.agent!.agentId, disposition: noDisposition, note: '' }, now);
}

/** The agent is done with the caller, who goes on with `next` where there is one. */
export function startWrapUp(
  handoff: Handoff,
  { now, routing }: Pick<QueueView, 'now' | 'routing'>,
  next = '',
): HandoffOutcome {
  const wrapUpUntil = now + routing.wrapUpSeconds * 1000;
  const { handoffId, conversationId } = handoff;
  const started = {
    handoffId,
    agentId: handoff.agent!.agentId,
    wrapUpUntilMs: wrapUpUntil,
    nextHandoffId: next,
  };
  const wrappingUp = enter(handoff, 'wrap-up', now, { wrapUpUntil });
  return {
    handoff: next === '' ? wrappingUp : { ...wrappingUp, next },
    events: [draft(WrapUpStarted, conversationId, started)],
  };
}

function complete(handoff: Handoff, { agentId, disposition, note }: WrapUp, now: number): HandoffOutcome {
  const { handoffId, conversationId } = handoff;
  return {
    handoff: enter(handoff, 'completed', now, { disposition }),
    events: [
      draft(HandoffCompleted, conversationId, {
        handoffId,
        agentId,
        disposition,
        note,
        times: timesMessage(handoff),
      }),
    ],
  };
}
