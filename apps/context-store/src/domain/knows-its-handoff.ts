import type { Conversation } from './conversation.js';

/**
 * Whether a conversation that goes to a person is told whole: how it began, the turn that decided, and the help made for it. Topics
 * keep no order among each other, so the handoff may be known before any of these.
 */
export function knowsItsHandoff({ handoff, channel, decision, turns, assist }: Conversation): boolean {
  if (!handoff) return true;
  if (!channel || !decision || !assist) return false;
  return turns.some(({ turnIndex }) => turnIndex >= decision.turnIndex);
}
