import fc from 'fast-check';
import { arbitrarySignals } from '../arbitrary-signals.js';
import type { Decision } from '../decision.js';
import type { Signals } from '../signals.js';
import { outcomeOf } from './backtest-call.js';
import type { RecordedCall, RecordedTurn } from './recorded-call.js';

/** What a caller does in a turn, whatever any policy decides, and how they answer if a person was offered just before. */
export interface CallerTurn {
  readonly said: Signals;
  readonly answer: 'yes' | 'no' | 'neither';
}

/** Callers for tests: each turn arbitrary, with nothing in it that follows from decisions. */
export const arbitraryCaller: fc.Arbitrary<readonly CallerTurn[]> = fc.array(
  fc.record({ said: arbitrarySignals, answer: fc.constantFrom('yes', 'no', 'neither') }),
  { minLength: 1, maxLength: 8 },
);

/** Lets a caller talk to a bot under a policy until it escalates: the recording that running services would leave. */
export function live(
  id: string,
  caller: readonly CallerTurn[],
  decide: (signals: Signals) => Decision,
): RecordedCall {
  const turns: RecordedTurn[] = [];
  const offers = { made: 0, declined: 0, turnsSinceDecline: -1 };
  let accepted = 0;
  let open = false;
  for (const [index, { said, answer }] of caller.entries()) {
    const refuses = open && answer === 'no';
    const accepts = open && answer === 'yes';
    if (refuses) offers.declined += 1;
    if (refuses) offers.turnsSinceDecline = 0;
    else if (offers.turnsSinceDecline >= 0) offers.turnsSinceDecline += 1;
    accepted += accepts ? 1 : 0;
    // A caller who asks is never quite certain here, so that only an accepted offer is.
    const score = Math.min(said.humanRequest.score, 0.99);
    const count = said.humanRequest.count + accepted;
    // A "yes" is no request of its own.
    const asked = answer === 'yes' ? { value: false, score: 0, keyed: false } : { score };
    const request = { ...said.humanRequest, ...asked, count };
    const signals: Signals = {
      ...said,
      turn: { ...said.turn, index: index * 2 + 1, customerTurns: index + 1 },
      offers: { ...offers },
      humanRequest: accepts ? { ...request, value: true, keyed: false, score: 1 } : request,
    };
    const decision = decide(signals);
    turns.push({ turnIndex: signals.turn.index, signals, outcome: outcomeOf(decision) });
    if (decision.verdict === 'escalate') break;
    open = decision.verdict === 'offer-human';
    offers.made += open ? 1 : 0;
  }
  return { id, turns };
}
