import type { EventDraft } from '@baton/persistence';
import type { WeeklyHours } from '@baton/policy';
import type { PresenceWord } from '../words.js';
import type { Slot, SlotKind } from './slot.js';

/** A person who takes handoffs. */
export interface Agent {
  readonly agentId: string;
  readonly tenantId: string;
  readonly name: string;
  /** Proficiency 1..5 by skill. */
  readonly skills: Readonly<Record<string, number>>;
  /** BCP-47 tags, best first. */
  readonly languages: readonly string[];
  readonly workplace: Workplace;
  readonly capacity: Capacity;
  /** When they work; absent: always. */
  readonly shift?: WeeklyHours;
  /** Within their shift. */
  readonly onShift: boolean;
  readonly presence: PresenceWord;
  readonly presenceReason: string;
  readonly presenceSince: number;
  /** When they last became free, ms: who has waited longest is asked first. */
  readonly idleSince: number;
  /** What their slots are used for, oldest first; never more than their capacity. */
  readonly slots: readonly Slot[];
  /** The newest reservation's number; grows with every reservation and is never given twice. */
  readonly token: number;
  /** Of the newest lease under which a reservation was made: whoever matched under an older one comes too late. */
  readonly leaseToken: number;
  /** Offers left unanswered in a row. */
  readonly noAnswers: number;
  /** What they are to be once the present callers are done; absent: available. */
  readonly afterwards?: PresenceWord;
  readonly afterwardsReason?: string;
  /** When a desk of theirs was last heard of, ms; absent: none is listened for. */
  readonly heardAt?: number;
  readonly worked: Worked;
  /** Grows with every save, so that an older copy is never taken for a newer one. */
  readonly revision: number;
}

/** Where an agent works; each empty where nobody said. */
export interface Workplace {
  readonly team: string;
  readonly site: string;
  /** ISO 3166, two letters. */
  readonly country: string;
}

/** How many conversations an agent can have at once. */
export interface Capacity {
  readonly voice: number;
  readonly chat: number;
  /** A call and written conversations at the same time. */
  readonly voiceWithChats: boolean;
}

/** How much of the time since they signed in an agent spent with callers or writing up, ms. */
export interface Worked {
  readonly signedInAt: number;
  readonly busyMs: number;
  readonly busySince?: number;
}

/** What an input makes of an agent. */
export interface AgentOutcome {
  readonly agent: Agent;
  readonly events: readonly EventDraft<unknown>[];
}

/** Whether the agent can be offered work of this kind now. */
export function canTake(agent: Agent, kind: SlotKind): boolean {
  const { presence, onShift, afterwards = 'available' } = agent;
  if (!onShift || afterwards !== 'available') return false;
  if (presence === 'offline' || presence === 'break') return false;
  return hasRoom(agent, kind);
}

/** Whether the agent has a slot of this kind to spare, wherever they are. */
export function hasRoom({ slots, capacity }: Pick<Agent, 'slots' | 'capacity'>, kind: SlotKind): boolean {
  const used = slots.filter((slot) => slot.channel === kind).length;
  return used < capacity[kind] && (capacity.voiceWithChats || used === slots.length);
}

/** Whether the agent is with nobody, held for nobody and can be offered something. */
export function isFree(agent: Agent): boolean {
  return agent.slots.length === 0 && (canTake(agent, 'voice') || canTake(agent, 'chat'));
}

/** Whether the agent is at work, free or not. */
export function isSignedIn({ presence }: Agent): boolean {
  return presence !== 'offline' && presence !== 'break';
}

/** The handoff they are in longest, or nothing. */
export function handoffIn({ slots }: Agent): string {
  return slots[0]?.handoffId ?? '';
}

/** Share of the time since they signed in spent with callers or writing up, 0..1. */
export function occupancy({ worked }: Pick<Agent, 'worked'>, now: number): number {
  const { signedInAt, busyMs, busySince } = worked;
  const busy = busyMs + (busySince === undefined ? 0 : Math.max(0, now - busySince));
  return now <= signedInAt ? 0 : Math.min(1, busy / (now - signedInAt));
}
