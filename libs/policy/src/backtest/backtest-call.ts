import type { Decision } from '../decision.js';
import type { Signals } from '../signals.js';
import { afterDeciding, asRecorded, onCourse, type Course } from './course.js';
import type { Outcome, RecordedCall, RecordedTurn } from './recorded-call.js';

/** What another policy makes of a whole conversation. */
export const CALL_CHANGES = ['same', 'gained', 'lost', 'earlier', 'later', 'elsewhere'] as const;
/**
 * `gained` / `lost`: escalates now and did not, or the reverse; `earlier` / `later`: in another turn; `elsewhere`: in the same turn,
 * but for other skills or with another priority; `same` otherwise.
 */
export type CallChange = (typeof CALL_CHANGES)[number];

/** An escalation in a conversation. */
export interface Escalation extends Outcome {
  readonly turnIndex: number;
  /** Customer turns until then, that one included. */
  readonly customerTurns: number;
}

/** One turn decided under both policies. */
export interface TurnComparison {
  readonly turnIndex: number;
  /** Absent where the recording ended before this turn; only where both policies were played. */
  readonly before?: Outcome;
  readonly after: Outcome;
  /** The decision under the new policy, and the signals it was made from. */
  readonly decision: Decision;
  readonly signals: Signals;
  /** An earlier turn was decided otherwise: what the caller said here was said to a bot that behaved differently. */
  readonly whatIf: boolean;
  /** The caller answers an offer that would not have been made. */
  readonly answersNothing: boolean;
}

/** One conversation under both policies. */
export interface CallComparison {
  readonly id: string;
  readonly change: CallChange;
  readonly before?: Escalation;
  readonly after?: Escalation;
  /** Customer turns by which the escalation comes later (below 0: earlier). */
  readonly turnsLater?: number;
  /**
   * `certain`: every turn up to the outcome was decided as recorded. `what-if`: an earlier turn was decided otherwise, so the caller
   * might have said something else. `open`: lost, and the recording ends there, so the new policy could still have
   * escalated in a turn nobody recorded.
   */
  readonly certainty: 'certain' | 'what-if' | 'open';
  /** Turns decided under the new policy: those up to its escalation, or all. */
  readonly turns: readonly TurnComparison[];
}

/** Decides a recorded conversation again, turn by turn. `decide` must be what the new policy says; pure as far as that is. */
export function backtestCall(call: RecordedCall, decide: (signals: Signals) => Decision): CallComparison {
  const turns: TurnComparison[] = [];
  let course: Course = asRecorded;
  let diverged = false;
  for (const turn of call.turns) {
    const there = onCourse(course, turn);
    const decision = decide(there.signals);
    const { signals, answersNothing } = there;
    const after = outcomeOf(decision);
    turns.push({
      turnIndex: turn.turnIndex,
      before: turn.outcome,
      after,
      decision,
      signals,
      whatIf: diverged,
      answersNothing,
    });
    if (after.verdict === 'escalate') break;
    diverged ||= after.verdict !== turn.outcome.verdict;
    course = afterDeciding(there.course, turn, after.verdict === 'offer-human');
  }
  return compared(call, turns);
}

/**
 * Compares one conversation that was played through running code under both policies, so that nothing in it is a guess.
 * `decide` derives the decisions of the second recording again.
 */
export function compareCalls(
  before: RecordedCall,
  after: RecordedCall,
  decide: (signals: Signals) => Decision,
): CallComparison {
  const turns = after.turns.map(({ turnIndex, signals, outcome }): TurnComparison => {
    const same = before.turns.find((turn) => turn.turnIndex === turnIndex);
    const decision = decide(signals);
    return {
      turnIndex,
      ...(same ? { before: same.outcome } : {}),
      after: outcome,
      decision,
      signals,
      whatIf: false,
      answersNothing: false,
    };
  });
  return { ...compared(before, turns), certainty: 'certain' };
}

/** What a comparison keeps of a decision. */
export function outcomeOf({ verdict, risk, reasons, skills, priority, matched }: Decision): Outcome {
  return { verdict, risk, reasons, skills, priority, rules: matched.map(({ ruleId }) => ruleId) };
}

function compared({ id, turns: recorded }: RecordedCall, turns: readonly TurnComparison[]): CallComparison {
  const first = recorded.find(({ outcome }) => outcome.verdict === 'escalate');
  const before = first && escalation(first, first.outcome);
  const last = turns.at(-1);
  const escalated = last?.after.verdict === 'escalate' ? last : undefined;
  const after = escalated && escalation(escalated, escalated.after);
  const both = before && after && { turnsLater: after.customerTurns - before.customerTurns };
  const base = {
    id,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ...(both ?? {}),
    turns,
  };
  return {
    ...base,
    change: changeOf(before, after),
    certainty: certaintyOf(before, escalated, recorded, turns),
  };
}

function escalation({ turnIndex, signals }: Pick<RecordedTurn, 'turnIndex' | 'signals'>, outcome: Outcome) {
  return { ...outcome, turnIndex, customerTurns: signals.turn.customerTurns };
}

function changeOf(before: Escalation | undefined, after: Escalation | undefined): CallChange {
  if (!before || !after) return before ? 'lost' : after ? 'gained' : 'same';
  if (after.turnIndex !== before.turnIndex) return after.turnIndex < before.turnIndex ? 'earlier' : 'later';
  const elsewhere =
    before.priority !== after.priority || [...before.skills].join() !== [...after.skills].join();
  return elsewhere ? 'elsewhere' : 'same';
}

function certaintyOf(
  before: Escalation | undefined,
  escalated: TurnComparison | undefined,
  recorded: readonly RecordedTurn[],
  turns: readonly TurnComparison[],
): CallComparison['certainty'] {
  if (escalated) return escalated.whatIf ? 'what-if' : 'certain';
  if (before && recorded.at(-1)?.turnIndex === before.turnIndex) return 'open';
  return turns.some(({ whatIf }) => whatIf) ? 'what-if' : 'certain';
}
