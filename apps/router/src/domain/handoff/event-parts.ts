import { HandoffKind, type CallbackAttempt, type HandoffTimes } from '@baton/contracts';
import { kindOf, type ConsultLine, type Handoff, type HandoffKindWord } from './handoff.js';

/** Kinds of handoffs as the contract names them. */
export const kindMessages: Readonly<Record<HandoffKindWord, HandoffKind>> = {
  escalation: HandoffKind.HANDOFF_KIND_ESCALATION,
  transfer: HandoffKind.HANDOFF_KIND_TRANSFER,
  consult: HandoffKind.HANDOFF_KIND_CONSULT,
  takeover: HandoffKind.HANDOFF_KIND_TAKEOVER,
  callback: HandoffKind.HANDOFF_KIND_CALLBACK,
};

export function kindMessage(handoff: Handoff): HandoffKind {
  return kindMessages[kindOf(handoff)];
}

/** The attempt a callback rings with; undefined where it is none. */
export function callbackMessage({ callback }: Handoff): CallbackAttempt | undefined {
  if (!callback) return undefined;
  const { callbackId, attempt, previousConversationId, ringSeconds } = callback;
  return { callbackId, attempt, previousConversationId, ringSeconds };
}

/** A line of a consult as it is told. */
export function consultMessage(handoffId: string, { index, from, to, text, at }: ConsultLine) {
  return { handoffId, fromAgentId: from, toAgentId: to, index, text, atMs: at };
}

/** When it reached its stations; 0 where it did not. */
export function timesMessage({ requestedAt, times = {} }: Handoff): HandoffTimes {
  return {
    requestedAtMs: requestedAt,
    decidedAtMs: times.decidedAt ?? 0,
    reservedAtMs: times.reservedAt ?? 0,
    packetShownAtMs: times.packetShownAt ?? 0,
    acceptedAtMs: times.acceptedAt ?? 0,
    bridgedAtMs: times.bridgedAt ?? 0,
  };
}
