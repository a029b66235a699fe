import type { Priority } from '../verdict.js';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Opening hours in the company's own time zone. */
export interface WeeklyHours {
  /** IANA name, as in `Europe/London`. */
  readonly timezone: string;
  /** `HH:MM`; `to` may be `24:00`. Where `to` is not after `from`, the window ends on the next day. */
  readonly open: readonly { readonly days: readonly Weekday[]; readonly from: string; readonly to: string }[];
  /** Local dates `YYYY-MM-DD` on which no window starts. */
  readonly closed?: readonly string[];
}

export type OpeningHours = 'always' | WeeklyHours;

/** What is asked of an agent less strictly once a caller has waited; steps add up. */
export interface RoutingStep {
  readonly afterSeconds: number;
  /** Any language will do. */
  readonly language?: 'any';
  /** Whoever takes the caller without speaking their language is told to bring an interpreter. */
  readonly interpreter?: boolean;
  /** The caller is offered to be rung instead. */
  readonly callback?: 'offer';
  /** The new minimum proficiency, 1..5. */
  readonly minProficiency?: number;
  /** Agents who qualify for this queue may answer too. */
  readonly overflow?: string;
}

/** One queue of routing.yaml, as far as routing needs it. */
export interface QueuePolicy {
  readonly name: string;
  /** An agent must have all of them. */
  readonly skills: readonly string[];
  /** A handoff that asks for any of these comes here. */
  readonly serves: readonly string[];
  readonly hours: OpeningHours;
  /** Proficiency an agent needs in each of the queue's skills before any step relaxes it, 1..5; default 1. */
  readonly minProficiency?: number;
  readonly steps?: readonly RoutingStep[];
  readonly serviceLevel?: {
    readonly seconds: number;
    readonly percent: number;
    readonly pull?: ServiceLevelPull;
  };
  /** Who is served first; default: a step of 900 s from each priority to the next. */
  readonly priority?: readonly PriorityWeight[];
  /** Which agent; default: proficiency, then language, then longest idle. */
  readonly prefer?: readonly PreferWeight[];
}

/** routing.yaml, as far as routing needs it. */
export interface RoutingPolicy {
  /** First match wins, in this order. */
  readonly queues: readonly QueuePolicy[];
  readonly defaultQueue: string;
}

/** What a handoff asks for. */
export interface HandoffNeed {
  readonly skills: readonly string[];
  /** BCP-47 tag the person should speak. */
  readonly language: string;
  readonly priority: Priority;
}

/** A human agent, as far as routing needs them. */
export interface AgentProfile {
  readonly id: string;
  /** Proficiency 1..5 by skill. */
  readonly skills: Readonly<Record<string, number>>;
  /** BCP-47 tags, best first. */
  readonly languages: readonly string[];
}

/** One weight of `priority`: a caller of whom `when` holds is served as if they had waited `add` seconds longer. */
export interface PriorityWeight {
  /** CEL over `caller.…`. */
  readonly when: string;
  /** Whole seconds; may be negative. */
  readonly add: number;
}

/** One weight of `prefer`: points for agents of whom `when` holds, once, or for each unit of a number. */
export interface PreferWeight {
  /** CEL over `caller.…` and `agent.…`; always, where left out. */
  readonly when?: string;
  /** A numeric field: `add` counts for each unit of it. */
  readonly per?: string;
  readonly add: number;
}

/** A caller near the end of the service level is pulled forward. */
export interface ServiceLevelPull {
  /** This long before `serviceLevel.seconds` is over. */
  readonly beforeSeconds: number;
  /** As if they had waited so many seconds longer. */
  readonly add: number;
}
