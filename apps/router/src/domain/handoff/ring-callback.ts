import { derivedId } from '@baton/kernel';
import type { CallbackDue } from '@baton/contracts';
import type { Callback } from './callback.js';
import type { Handoff } from './handoff.js';
import type { Escalation } from './request-handoff.js';

const ringSecondsDefault = 25;
/** How long an agent is looked for in one attempt, ms. */
const findWithinMs = 10 * 60_000;

/** The handoff of one attempt to ring: as the promised one was, in a conversation of its own. */
export function ringCallback(
  callback: Callback,
  promised: Handoff,
  due: Pick<CallbackDue, 'handoffId' | 'attempt'>,
  view: { readonly now: number; readonly ringSeconds: number | undefined },
): Omit<Escalation, 'callerGone'> {
  const { tenantId, packSha256, decisionId, reasons, skills, language, priority, channel } = promised;
  const { callbackId, conversationId: previousConversationId, expiresAt } = callback;
  return {
    ...{ tenantId, packSha256, decisionId, reasons, skills, language, priority, channel },
    handoffId: due.handoffId,
    conversationId: derivedId(callbackId, 'conversation', due.attempt),
    requestedAt: view.now,
    decidedAt: view.now,
    kind: 'callback',
    inQueue: callback.queue,
    ...(promised.note === undefined ? {} : { note: promised.note }),
    callback: {
      callbackId,
      attempt: due.attempt,
      previousConversationId,
      ringSeconds: view.ringSeconds ?? ringSecondsDefault,
      until: Math.min(view.now + findWithinMs, expiresAt),
    },
  };
}
