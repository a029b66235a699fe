import type { Priority } from '../verdict.js';
import type { SignalValue } from '../signals.js';
import { CALLER_VOCABULARY, ROUTING_FIELDS, type CALLER_CATALOGUE } from './routing-fields.js';

/** What is known of a caller when they enter the queue, as `caller.…` names it. */
export interface CallerFacts {
  readonly intent: string;
  /** 0..1 */
  readonly risk: number;
  /** 0..2 */
  readonly urgency: number;
  /** 0..2 */
  readonly frustration: number;
  /** -1..1 */
  readonly polarity: number;
  readonly vulnerable: boolean;
  readonly known: boolean;
  readonly segment: string;
  readonly contactsLast30d: number;
}

/** A caller of whom nothing is known. */
export const unknownCaller: CallerFacts = {
  intent: '',
  risk: 0,
  urgency: 0,
  frustration: 0,
  polarity: 0,
  vulnerable: false,
  known: false,
  segment: '',
  contactsLast30d: 0,
};

/** A caller as the weights of a queue look at them. */
export interface WaitingCaller {
  readonly queue: string;
  readonly language: string;
  readonly skills: readonly string[];
  readonly priority: Priority;
  readonly channel: string;
  readonly hasKnownAgent: boolean;
  readonly waitedSeconds: number;
  readonly facts: CallerFacts;
}

/** A row of values over the routing catalogue with the caller's part filled in and the agent's neutral: to be filled for each agent. */
export function callerValues(caller: WaitingCaller): SignalValue[] {
  const values = ROUTING_FIELDS.map(({ neutral }) => neutral);
  const { facts } = caller;
  const known: Readonly<Record<(typeof CALLER_CATALOGUE)[number]['name'], SignalValue>> = {
    'caller.queue': caller.queue,
    'caller.intent': facts.intent,
    'caller.language': caller.language.toLowerCase().split('-')[0]!,
    'caller.skill': caller.skills[0] ?? '',
    'caller.priority': caller.priority,
    'caller.risk': facts.risk,
    'caller.urgency': facts.urgency,
    'caller.frustration': facts.frustration,
    'caller.polarity': facts.polarity,
    'caller.vulnerable': facts.vulnerable,
    'caller.known': facts.known,
    'caller.segment': facts.segment,
    'caller.contactsLast30d': facts.contactsLast30d,
    'caller.channel': caller.channel,
    'caller.hasKnownAgent': caller.hasKnownAgent,
    'caller.waitedSeconds': Math.max(0, Math.floor(caller.waitedSeconds)),
  };
  for (const [name, value] of Object.entries(known)) values[CALLER_VOCABULARY.indexOf.get(name)!] = value;
  return values;
}
