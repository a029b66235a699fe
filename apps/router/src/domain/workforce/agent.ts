import type { EventDraft } from '@baton/persistence';
import type { PresenceWord } from '../words.js';

/** A person who takes handoffs. */
export interface Agent {
  readonly agentId: string;
  readonly tenantId: string;
  readonly name: string;
  /** Proficiency 1..5 by skill. */
  readonly skills: Readonly<Record<string, number>>;
  /** BCP-47 tags, best first. */
  readonly languages: readonly string[];
  readonly presence: PresenceWord;
  readonly presenceReason: string;
  readonly presenceSince: number;
  /** When they last became free, ms: who has waited longest is asked first. */
  readonly idleSince: number;
  /** The one slot an agent has: nothing, an offer, or a caller. */
  readonly slot: Slot;
  /** The newest reservation's number; grows with every reservation and is never given twice. */
  readonly token: number;
  /** Offers left unanswered in a row. */
  readonly noAnswers: number;
  /** What they asked to be once the present caller is done; absent: available. */
  readonly afterwards?: PresenceWord;
  /** Grows with every save, so that an older copy is never taken for a newer one. */
  readonly revision: number;
}

export type Slot =
  | { readonly kind: 'free' }
  | (SlotUse & { readonly kind: 'reserved'; readonly expiresAt: number })
  | (SlotUse & { readonly kind: 'engaged' });

/** What a slot is used for. */
export interface SlotUse {
  readonly handoffId: string;
  readonly conversationId: string;
  readonly token: number;
}

/** What an input makes of an agent. */
export interface AgentOutcome {
  readonly agent: Agent;
  readonly events: readonly EventDraft<unknown>[];
}

/** Whether the agent can be offered work now. */
export function isFree({ presence, slot }: Agent): boolean {
  return presence === 'available' && slot.kind === 'free';
}

/** Whether the agent is at work, free or not. */
export function isSignedIn({ presence }: Agent): boolean {
  return presence !== 'offline' && presence !== 'break';
}

/** The handoff in the slot, or nothing. */
export function handoffIn({ slot }: Agent): string {
  return slot.kind === 'free' ? '' : slot.handoffId;
}
