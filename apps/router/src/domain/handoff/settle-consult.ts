import { BatonError } from '@baton/kernel';
import { TransferOutcome, TransferSettled } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { cancelHandoff } from './cancel.js';
import { enter, type Handoff, type HandoffOutcome } from './handoff.js';
import type { QueueView } from './queue-view.js';
import { requireOwn } from './request-transfer.js';
import { startWrapUp } from './wrap-up.js';

/** How the agent who asked a colleague decides. */
export type Settlement = 'transferred' | 'conference' | 'cancelled';

const outcomes: Readonly<Record<Settlement, TransferOutcome>> = {
  transferred: TransferOutcome.TRANSFER_OUTCOME_TRANSFERRED,
  conference: TransferOutcome.TRANSFER_OUTCOME_CONFERENCE,
  cancelled: TransferOutcome.TRANSFER_OUTCOME_CANCELLED,
};

/** Reads a wish. Throws `invalid-argument`. */
export function settlementOf(outcome: TransferOutcome): Settlement {
  const found = Object.entries(outcomes).find(([, message]) => message === outcome);
  if (!found)
    throw new BatonError('invalid-argument', 'outcome must be TRANSFERRED, CONFERENCE or CANCELLED.');
  return found[0] as Settlement;
}

/**
 * The agent who asked decides. Handing over and joining need a colleague who has answered; cancelling does not. The agent stays
 * until caller and colleague hear each other, so that a merge that fails finds them there. Throws `wrong-state`.
 */
export function settleConsult(
  handoff: Handoff,
  agentId: string,
  settlement: Settlement,
  view: QueueView,
): HandoffOutcome | undefined {
  requireOwn(handoff, agentId);
  const { transfer } = handoff;
  if (transfer?.kind !== 'consult') throw new BatonError('wrong-state', 'There is no consult to settle.');
  const { phase, nextHandoffId } = transfer;
  if (phase === 'settling' && transfer.outcome === settlement) return undefined;
  if (phase === 'settling') throw new BatonError('wrong-state', 'Caller and colleague are being joined.');
  if (settlement !== 'cancelled' && phase === 'asked') {
    throw new BatonError('wrong-state', 'The colleague has not answered yet.');
  }
  if (phase === 'conference' && settlement === 'conference') return undefined;
  const settled = draft(TransferSettled, handoff.conversationId, {
    handoffId: handoff.handoffId,
    agentId,
    nextHandoffId,
    nextAgentId: phase === 'asked' ? '' : transfer.agentId,
    outcome: outcomes[settlement],
  });
  if (settlement === 'cancelled') {
    const { transfer: _over, ...rest } = handoff;
    return { handoff: rest, events: [settled] };
  }
  if (phase === 'conference') {
    const left = startWrapUp(handoff, view, nextHandoffId);
    return { handoff: left.handoff, events: [settled, ...left.events] };
  }
  const settling = { ...transfer, phase: 'settling', outcome: settlement, since: view.now } as const;
  return { handoff: { ...handoff, transfer: settling }, events: [settled] };
}

/** The consult learns what becomes of it: its agent is joined with the caller, or let go. */
export function consultSettled(
  handoff: Handoff,
  outcome: TransferOutcome,
  view: QueueView,
): HandoffOutcome | undefined {
  const { state } = handoff;
  const { now } = view;
  switch (outcome) {
    case TransferOutcome.TRANSFER_OUTCOME_CANCELLED:
      if (state !== 'bridged') return cancelHandoff(handoff, 'not-needed', now);
      return handoff.participant === true
        ? startWrapUp(handoff, view, handoff.previous?.handoffId)
        : undefined;
    case TransferOutcome.TRANSFER_OUTCOME_CONFERENCE:
      if (state !== 'consulting') return undefined;
      return { handoff: { ...enter(handoff, 'accepted', now), participant: true }, events: [] };
    case TransferOutcome.TRANSFER_OUTCOME_TRANSFERRED:
      if (state === 'consulting') return { handoff: enter(handoff, 'accepted', now), events: [] };
      return state === 'bridged' && handoff.participant === true
        ? { handoff: { ...handoff, participant: false }, events: [] }
        : undefined;
    default:
      return undefined;
  }
}
