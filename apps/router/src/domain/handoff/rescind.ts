import { HandoffRescinded } from '@baton/contracts';
import { draft, type EventDraft } from '@baton/persistence';
import type { Handoff } from './handoff.js';

/** Tells the agent who rings, or was about to be joined, that it is over; nothing where there is none. */
export function rescind(handoff: Handoff, reason: string): EventDraft<unknown>[] {
  const { agent, handoffId, conversationId } = handoff;
  if (!agent || !['offered', 'accepted', 'briefing', 'consulting'].includes(handoff.state)) return [];
  const { agentId, token } = agent;
  return [draft(HandoffRescinded, conversationId, { handoffId, agentId, reservationToken: token, reason })];
}
