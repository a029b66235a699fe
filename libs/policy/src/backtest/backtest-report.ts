import { VERDICTS, type Verdict } from '../verdict.js';
import { CALL_CHANGES, type CallChange, type CallComparison, type Escalation } from './backtest-call.js';

/** How often something led to, or took part in, an escalation under each policy. */
export interface Shift {
  readonly name: string;
  /** Escalations recorded with it, and under the new policy. */
  readonly before: number;
  readonly after: number;
  /** Of these: calls that escalate only now, only before, earlier, later. */
  readonly gained: number;
  readonly lost: number;
  readonly earlier: number;
  readonly later: number;
}

/** What a policy would have done to recorded conversations, in numbers. */
export interface BacktestReport {
  readonly calls: number;
  /** Turns decided under the new policy. */
  readonly turns: number;
  readonly escalations: { readonly before: number; readonly after: number };
  /** Conversations by what becomes of them. */
  readonly changes: Readonly<Record<CallChange, number>>;
  /** How many of those are not certain, by change. */
  readonly uncertain: Readonly<Record<CallChange, number>>;
  /** Mean customer turns until the escalation, over conversations that escalate. */
  readonly turnsToEscalation: { readonly before: number | null; readonly after: number | null };
  /** Turns by verdict before (outer) and after (inner). */
  readonly verdicts: Readonly<Record<Verdict, Readonly<Record<Verdict, number>>>>;
  readonly byReason: readonly Shift[];
  readonly byRule: readonly Shift[];
  readonly byQueue: readonly Shift[];
  /** Rules of the new policy that could not be evaluated, and in how many turns. */
  readonly failedRules: Readonly<Record<string, number>>;
}

/** Adds conversations up one at a time, so that none need be kept. */
export interface BacktestTally {
  add(call: CallComparison): void;
  report(): BacktestReport;
}

type Counts = { -readonly [K in keyof Shift]: Shift[K] };

/** An empty tally. `queueOf` names the queue that takes an escalation with these skills. */
export function backtestTally(queueOf: (skills: readonly string[]) => string): BacktestTally {
  const changes = countsOf(CALL_CHANGES);
  const uncertain = countsOf(CALL_CHANGES);
  const verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, countsOf(VERDICTS)])) as Record<
    Verdict,
    Record<Verdict, number>
  >;
  const sums = { calls: 0, turns: 0, before: 0, after: 0, turnsBefore: 0, turnsAfter: 0 };
  const reasons = new Map<string, Counts>();
  const rules = new Map<string, Counts>();
  const queues = new Map<string, Counts>();
  const failedRules: Record<string, number> = {};

  const addTurns = ({ turns }: CallComparison): void => {
    for (const { before, after, decision } of turns) {
      if (before) verdicts[before.verdict][after.verdict] += 1;
      for (const { ruleId } of decision.failedRules) failedRules[ruleId] = (failedRules[ruleId] ?? 0) + 1;
    }
    sums.turns += turns.length;
  };
  return {
    add: (call) => {
      const { before, after, change } = call;
      sums.calls += 1;
      changes[change] += 1;
      if (call.certainty !== 'certain') uncertain[change] += 1;
      addTurns(call);
      sums.before += before ? 1 : 0;
      sums.after += after ? 1 : 0;
      sums.turnsBefore += before?.customerTurns ?? 0;
      sums.turnsAfter += after?.customerTurns ?? 0;
      shift(reasons, call, (escalation) => escalation.reasons);
      shift(rules, call, (escalation) => escalation.rules);
      shift(queues, call, (escalation) => [queueOf(escalation.skills)]);
    },
    report: () => ({
      calls: sums.calls,
      turns: sums.turns,
      escalations: { before: sums.before, after: sums.after },
      changes: { ...changes },
      uncertain: { ...uncertain },
      turnsToEscalation: {
        before: mean(sums.turnsBefore, sums.before),
        after: mean(sums.turnsAfter, sums.after),
      },
      verdicts: structuredClone(verdicts),
      byReason: sorted(reasons),
      byRule: sorted(rules),
      byQueue: sorted(queues),
      failedRules: { ...failedRules },
    }),
  };
}

function shift(
  into: Map<string, Counts>,
  { before, after, change }: CallComparison,
  namesOf: (escalation: Escalation) => readonly string[],
): void {
  const had = new Set(before ? namesOf(before) : []);
  const has = new Set(after ? namesOf(after) : []);
  for (const name of new Set([...had, ...has])) {
    const counts = into.get(name) ?? { name, before: 0, after: 0, gained: 0, lost: 0, earlier: 0, later: 0 };
    into.set(name, counts);
    counts.before += had.has(name) ? 1 : 0;
    counts.after += has.has(name) ? 1 : 0;
    if (change !== 'same' && change !== 'elsewhere') counts[change] += 1;
  }
}

function countsOf<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}

function mean(sum: number, count: number): number | null {
  return count === 0 ? null : Math.round((sum / count) * 100) / 100;
}

/** What changed most comes first. */
function sorted(shifts: ReadonlyMap<string, Counts>): Shift[] {
  const moved = ({ gained, lost, earlier, later }: Shift): number => gained + lost + earlier + later;
  return [...shifts.values()].sort(
    (a, b) => moved(b) - moved(a) || b.after - a.after || (a.name < b.name ? -1 : 1),
  );
}
