import type { Conversation } from './conversation.js';

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

/** The handoff moved. A new handoff replaces a finished one; events of an older one change nothing. */
export function handoffMoved(
  conversation: Conversation,
  handoffId: string,
  state: string,
  known: { readonly queue?: string; readonly agentId?: string; readonly disposition?: string } = {},
): Conversation {
  const before = conversation.handoff?.id === handoffId ? conversation.handoff : undefined;
  if (before && finalStates.has(before.state)) return conversation;
  const queue = known.queue ?? before?.queue ?? '';
  const agentId = known.agentId ?? before?.agentId ?? '';
  const { disposition } = known;
  const handoff = { id: handoffId, state, queue, agentId, ...(disposition ? { disposition } : {}) };
  return { ...conversation, handoff };
}
