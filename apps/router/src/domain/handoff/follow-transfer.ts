import { TransferProgressed } from '@baton/contracts';
import { draft } from '@baton/persistence';
import type { Handoff, HandoffOutcome } from './handoff.js';
import type { QueueView } from './queue-view.js';
import { cancelHandoff } from './cancel.js';
import { isFinal } from './handoff.js';
import { startWrapUp } from './wrap-up.js';

/** The caller waits safely for the next agent: the one who passed them on is done. Undefined for a consult, or an old copy. */
export function successorQueued(
  handoff: Handoff,
  nextHandoffId: string,
  view: QueueView,
): HandoffOutcome | undefined {
  if (!isOpenTransfer(handoff, nextHandoffId) || handoff.transfer?.kind !== 'transfer') return undefined;
  return startWrapUp(handoff, view, nextHandoffId);
}

/** The colleague who was asked is there. */
export function colleagueAnswered(
  handoff: Handoff,
  nextHandoffId: string,
  agentId: string,
): HandoffOutcome | undefined {
  if (!isOpenTransfer(handoff, nextHandoffId) || handoff.transfer?.phase !== 'asked') return undefined;
  const transfer = { ...handoff.transfer, phase: 'consulting', agentId } as const;
  return { handoff: { ...handoff, transfer }, events: [progressed(handoff, nextHandoffId, 'consulting')] };
}

/** Caller and colleague hear each other: the first agent leaves, or stays as one of two. */
export function colleagueJoined(
  handoff: Handoff,
  nextHandoffId: string,
  view: QueueView,
): HandoffOutcome | undefined {
  const { transfer } = handoff;
  if (!isOpenTransfer(handoff, nextHandoffId) || transfer?.phase !== 'settling') return undefined;
  if (transfer.outcome === 'transferred') return startWrapUp(handoff, view, nextHandoffId);
  return {
    handoff: { ...handoff, transfer: { ...transfer, phase: 'conference' } },
    events: [progressed(handoff, nextHandoffId, 'conference')],
  };
}

/** What was asked for came to nothing, or the colleague left: the caller stays with their agent, who is told why. */
export function transferOver(
  handoff: Handoff,
  nextHandoffId: string,
  reason: string,
): HandoffOutcome | undefined {
  if (!isOpenTransfer(handoff, nextHandoffId)) return undefined;
  const { transfer: _over, ...rest } = handoff;
  return {
    handoff: { ...rest, ...(reason === '' ? {} : { transferFailed: reason }) },
    events: [progressed(handoff, nextHandoffId, 'over', reason)],
  };
}

/** A supervisor has the caller: whoever talked writes up, whoever waited or rang is let go. */
export function takenOver(
  handoff: Handoff,
  nextHandoffId: string,
  view: QueueView,
): HandoffOutcome | undefined {
  if (isFinal(handoff.state) || handoff.state === 'wrap-up') return undefined;
  if (handoff.state === 'bridged') return startWrapUp(handoff, view, nextHandoffId);
  return cancelHandoff(handoff, 'taken-over', view.now, nextHandoffId);
}

/** A supervisor has the caller whom this agent was just handing to a colleague: they are done as well. */
export function takenOverWhileSettling(
  handoff: Handoff,
  colleagueHandoffId: string,
  nextHandoffId: string,
  view: QueueView,
): HandoffOutcome | undefined {
  return isOpenTransfer(handoff, colleagueHandoffId) ? takenOver(handoff, nextHandoffId, view) : undefined;
}

function progressed(
  { handoffId, conversationId, agent }: Handoff,
  nextHandoffId: string,
  phase: 'consulting' | 'conference' | 'over',
  reason = '',
) {
  const agentId = agent?.agentId ?? '';
  return draft(TransferProgressed, conversationId, { handoffId, agentId, nextHandoffId, phase, reason });
}

function isOpenTransfer({ state, transfer }: Handoff, nextHandoffId: string): boolean {
  return state === 'bridged' && transfer?.nextHandoffId === nextHandoffId;
}
