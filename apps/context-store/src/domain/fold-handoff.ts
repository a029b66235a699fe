import { HandoffKind, TransferOutcome, type TransferRequested, type TransferSettled } from '@baton/contracts';
import { maxHandoffs, type Conversation } from './conversation.js';

/** Final states: once reached, nothing moves a handoff any more. */
const finalStates = new Set([
  'completed',
  'abandoned',
  'failed',
  'returned-to-bot',
  'callback-scheduled',
  'cancelled',
  'message-left',
]);

/**
 * The handoff moved. A new handoff replaces the one before; events of one that was replaced, or of a colleague who is only asked,
 * change nothing.
 */
export function handoffMoved(
  conversation: Conversation,
  handoffId: string,
  state: string,
  known: { readonly queue?: string; readonly agentId?: string; readonly disposition?: string } = {},
): Conversation {
  const { handoff, replaced = [], consults = [] } = conversation;
  if (replaced.includes(handoffId) || consults.includes(handoffId)) return conversation;
  const before = handoff?.id === handoffId ? handoff : undefined;
  if (before && finalStates.has(before.state)) return conversation;
  const queue = known.queue ?? before?.queue ?? '';
  const agentId = known.agentId ?? before?.agentId ?? '';
  const { disposition } = known;
  const moved = {
    ...conversation,
    handoff: { id: handoffId, state, queue, agentId, ...(disposition ? { disposition } : {}) },
  };
  if (!handoff || before) return moved;
  return { ...moved, replaced: [...replaced, handoff.id].slice(-maxHandoffs) };
}

/** A colleague is asked while the caller stays with their agent: theirs is not the handoff of the caller. */
export function consultBegun(conversation: Conversation, data: TransferRequested): Conversation {
  const { kind, nextHandoffId } = data;
  const consults = conversation.consults ?? [];
  if (kind !== HandoffKind.HANDOFF_KIND_CONSULT || consults.includes(nextHandoffId)) return conversation;
  return { ...conversation, consults: [...consults, nextHandoffId].slice(-maxHandoffs) };
}

/** The colleague takes the caller: theirs is the caller's handoff from here on. */
export function consultHandedOver(conversation: Conversation, data: TransferSettled): Conversation {
  const { outcome, nextHandoffId, nextAgentId: agentId } = data;
  if (outcome !== TransferOutcome.TRANSFER_OUTCOME_TRANSFERRED) return conversation;
  const consults = (conversation.consults ?? []).filter((id) => id !== nextHandoffId);
  return handoffMoved({ ...conversation, consults }, nextHandoffId, 'accepted', { agentId });
}

/** What came after ended before it began: the caller is where they were before it. */
export function backToHandoff(
  conversation: Conversation,
  ended: { readonly handoffId: string; readonly state: string; readonly previousHandoffId: string },
): Conversation {
  const { handoffId, state, previousHandoffId } = ended;
  const over = handoffMoved(conversation, handoffId, state);
  if (previousHandoffId === '' || over.handoff?.id !== handoffId) return over;
  const replaced = [...(over.replaced ?? []).filter((id) => id !== previousHandoffId), handoffId];
  const { queue } = over.handoff;
  return { ...over, replaced, handoff: { id: previousHandoffId, state: 'bridged', queue, agentId: '' } };
}
