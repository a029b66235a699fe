import type { Decision } from '@baton/contracts';
import { unknownCaller, type CallerFacts, type Signals } from '@baton/policy';

/** What routing needs to know of a caller, from the decision that sends them on. What is missing there counts as unknown. */
export function callerFactsOf({ signals, risk }: Pick<Decision, 'signals' | 'risk'>): CallerFacts {
  const { intent, affect, customer } = (signals ?? {}) as Partial<Signals>;
  return {
    intent: intent?.name ?? unknownCaller.intent,
    risk,
    urgency: affect?.urgency ?? unknownCaller.urgency,
    frustration: affect?.frustration ?? unknownCaller.frustration,
    polarity: affect?.polarity ?? unknownCaller.polarity,
    vulnerable: customer?.vulnerable ?? unknownCaller.vulnerable,
    known: customer?.known ?? unknownCaller.known,
    segment: customer?.segment ?? unknownCaller.segment,
    contactsLast30d: customer?.contactsLast30d ?? unknownCaller.contactsLast30d,
  };
}
