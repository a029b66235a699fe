import { explain, type CallComparison, type Outcome } from '@baton/policy';
import type { TurnPolicy } from '@baton/router';

/** A turn whose decision differs, for a person to look at. */
export interface TurnToLookAt {
  readonly turnIndex: number;
  /** Null where the recording ended before this turn. */
  readonly before: Outcome | null;
  readonly after: Outcome;
  readonly rulesGained: readonly string[];
  readonly rulesLost: readonly string[];
  /** Why the new policy decides so, in the pack's first language. */
  readonly why: readonly string[];
  readonly whatIf: boolean;
  readonly answersNothing: boolean;
}

/** A conversation of which something changes. */
export interface CallToLookAt extends Omit<CallComparison, 'turns' | 'before' | 'after' | 'turnsLater'> {
  readonly before: CallComparison['before'] | null;
  readonly after: CallComparison['after'] | null;
  readonly turnsLater: number | null;
  readonly queueBefore: string | null;
  readonly queueAfter: string | null;
  readonly turns: readonly TurnToLookAt[];
}

/** What to look at in a conversation; undefined where no verdict and no destination changes. */
export function callToLookAt(
  { turns, before, after, turnsLater, ...call }: CallComparison,
  policy: TurnPolicy,
  queueOf: (skills: readonly string[]) => string,
): CallToLookAt | undefined {
  const differing = turns.filter(
    (turn) =>
      turn.before?.verdict !== turn.after.verdict ||
      (call.change === 'elsewhere' && turn.turnIndex === after?.turnIndex),
  );
  if (differing.length === 0 && call.change === 'same') return undefined;
  return {
    ...call,
    before: before ?? null,
    after: after ?? null,
    turnsLater: turnsLater ?? null,
    queueBefore: before ? queueOf(before.skills) : null,
    queueAfter: after ? queueOf(after.skills) : null,
    turns: differing.map((turn) => ({
      turnIndex: turn.turnIndex,
      before: turn.before ?? null,
      after: turn.after,
      rulesGained: turn.after.rules.filter((rule) => !turn.before?.rules.includes(rule)),
      rulesLost: turn.before?.rules.filter((rule) => !turn.after.rules.includes(rule)) ?? [],
      why: explain(
        turn.decision.policySha256 === policy.compiled.sha256 ? policy.compiled : policy.keyed,
        turn.decision,
        policy.languages[0] ?? 'en',
      ),
      whatIf: turn.whatIf,
      answersNothing: turn.answersNothing,
    })),
  };
}
