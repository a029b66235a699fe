import type { Caller } from './caller.js';
import type { Fit } from './fit.js';

/** What became of a caller; a callback they asked for and one because they waited too long are told apart. */
export type Outcome = 'waiting' | 'answered' | 'abandoned' | 'callback' | 'rung-instead';

/** One caller's way, as a report counts it. */
export interface CallRecord {
  readonly caller: Caller;
  /** Ms since the Unix epoch. */
  readonly arrivedAt: number;
  queue: string;
  outcome: Outcome;
  /** Until the outcome; of who still waits, until the end. */
  waitMs: number;
  /** What the router told the caller to expect when they came, seconds. */
  expectedWaitSeconds: number;
  /** How the first agent suited; undefined where nobody answered. */
  fit?: Fit;
  /** The first agent passed them on. */
  transferred: boolean;
  /** They hung up while they waited for the second. */
  lostInTransfer: boolean;
  /** From the call until an agent who suits, or keeps them, was there, ms; undefined where that did not happen. */
  rightPersonMs?: number;
}

/** An agent with a caller, from yes to the end of the wrap-up. */
export interface Engagement {
  readonly agentId: string;
  readonly handoffId: string;
  readonly from: number;
  /** The end of the simulation, where that came first. */
  to: number;
}
