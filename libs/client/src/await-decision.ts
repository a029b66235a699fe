import {
  SentimentScored,
  TurnDecided,
  TurnUnderstood,
  Verdict,
  type Affect,
  type Decision,
} from '@baton/contracts';
import type { EventTail } from './event-tail.js';

/** How long a correction may take once both halves of the turn are there, ms. */
const correctionMs = 2_000;

/**
 * The decision about a customer turn. A turn whose meaning or feeling comes late is decided without it, and decided again where it
 * turns out that a person is needed: the decision that stands is the one given. Rejects with `timed-out`.
 */
export async function awaitDecision(
  tail: EventTail,
  conversationId: string,
  turnIndex: number,
  timeoutMs: number,
): Promise<Decision> {
  const first = await tail.waitFor(
    conversationId,
    TurnDecided,
    ({ data }) => data.decision?.turnIndex === turnIndex,
    timeoutMs,
  );
  const decision = first.data.decision!;
  if (decision.verdict === Verdict.VERDICT_ESCALATE) return decision;
  const [understood, scored] = await Promise.all([
    tail.waitFor(conversationId, TurnUnderstood, ({ data }) => data.turnIndex === turnIndex, timeoutMs),
    tail.waitFor(conversationId, SentimentScored, ({ data }) => data.turnIndex === turnIndex, timeoutMs),
  ]);
  if (knewMeaning(decision, understood.data) && knewFeeling(decision, scored.data.affect)) return decision;
  const corrected = await tail
    .waitFor(
      conversationId,
      TurnDecided,
      ({ data }) =>
        data.decision?.turnIndex === turnIndex && data.decision.decisionId !== decision.decisionId,
      correctionMs,
    )
    .catch(() => undefined);
  return corrected?.data.decision ?? decision;
}

type Snapshot = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

function knewMeaning({ signals }: Decision, { intent, humanRequest }: TurnUnderstood): boolean {
  const seen: Snapshot = signals ?? {};
  return (
    seen['intent']?.['confidence'] === intent?.confidence &&
    seen['humanRequest']?.['score'] === humanRequest?.score
  );
}

function knewFeeling({ signals }: Decision, affect: Affect | undefined): boolean {
  const seen = ((signals ?? {}) as Snapshot)['affect'];
  return (
    seen?.['polarity'] === affect?.polarity &&
    seen?.['frustration'] === affect?.frustration &&
    seen?.['urgency'] === affect?.urgency
  );
}
