import { BatonError, derivedId } from '@baton/kernel';
import { CallbackScheduled } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { callbackDueAt } from './callback-due-at.js';
import { enter, isWaiting, type Handoff, type HandoffOutcome } from './handoff.js';
import { queueOf, type QueueView } from './queue-view.js';
import { rescind } from './rescind.js';
import { sentenceFor } from './sentence-for.js';

/** The caller will be rung. Undefined where they do not wait any more, or are to be rung already. */
export function scheduleCallback(
  handoff: Handoff,
  view: QueueView,
  reason: string,
): HandoffOutcome | undefined {
  if (!isWaiting(handoff)) return undefined;
  const { now, routing } = view;
  const dueAt = callbackDueAt(queueOf(routing, handoff.queue).hours, now, routing.callback.afterMinutes);
  const booked = sentenceFor(routing.announce.callbackBooked, handoff.language, view.languages);
  return {
    handoff: enter(handoff, 'callback-scheduled', now, { reason }),
    events: [
      ...rescind(handoff, 'callback'),
      draft(CallbackScheduled, handoff.conversationId, {
        handoffId: handoff.handoffId,
        callbackId: derivedId(handoff.handoffId, 'callback', 0),
        dueAtMs: dueAt,
        expiresAtMs: dueAt + routing.callback.expireHours * 3_600_000,
        queue: handoff.queue,
        text: booked.text,
        language: booked.language,
      }),
    ],
  };
}

/** `scheduleCallback` for somebody who expects it to work. Throws `wrong-state` where the caller does not wait. */
export function requireCallback(handoff: Handoff, view: QueueView): HandoffOutcome | undefined {
  if (handoff.state === 'callback-scheduled') return undefined;
  const scheduled = scheduleCallback(handoff, view, 'asked-for-it');
  if (!scheduled) throw new BatonError('wrong-state', 'Only a caller who waits can be rung instead.');
  return scheduled;
}
