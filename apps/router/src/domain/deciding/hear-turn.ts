import type { SentimentScored, TurnUnderstood } from '@baton/contracts';
import {
  decideBy,
  isSettled,
  isWhole,
  maxPendingTurns,
  settle,
  type Conversation,
  type PendingTurn,
} from './conversation.js';
import { correctDecision, decideTurn, type ConversationOutcome } from './decide-turn.js';
import type { TurnPolicy } from './turn-policy.js';

/** When an input arrived and what it is decided with. */
export interface Hearing {
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** When the incoming event was made, ms. */
  readonly eventTime: number;
  readonly policy: TurnPolicy;
}

type Half = Pick<PendingTurn, 'understood' | 'scored'>;

/** Dialog said what a turn means. Undefined where that changes nothing. */
export function turnUnderstood(
  conversation: Conversation,
  understood: TurnUnderstood,
  hearing: Hearing,
): ConversationOutcome | undefined {
  return hearHalf(conversation, understood.turnIndex, { understood }, hearing);
}

/** Sentiment said how the customer feels in a turn. Undefined where that changes nothing. */
export function sentimentScored(
  conversation: Conversation,
  scored: SentimentScored,
  hearing: Hearing,
): ConversationOutcome | undefined {
  return hearHalf(conversation, scored.turnIndex, { scored }, hearing);
}

/**
 * The gateway itself heard the caller ask for a person: decided at once with what is there, because dialog and sentiment may be
 * down. A half of this turn that comes later changes nothing any more.
 */
export function humanRequested(
  conversation: Conversation,
  turnIndex: number,
  hearing: Hearing,
): ConversationOutcome | undefined {
  if (isSettled(conversation, turnIndex)) return undefined;
  if (isOvertaken(conversation, turnIndex)) return passed(conversation, turnIndex);
  return decideTurn(conversation, withHalf(conversation, turnIndex, {}, hearing), hearing.policy, true);
}

/** Decides every turn whose other half has not come in time. */
export function turnsDue(
  conversation: Conversation,
  now: number,
  policy: TurnPolicy,
): ConversationOutcome | undefined {
  return decideEach(conversation, (turn) => turn.decideBy <= now, policy);
}

/** Decides every turn that is complete now. */
export function turnsComplete(
  conversation: Conversation,
  policy: TurnPolicy,
): ConversationOutcome | undefined {
  return decideEach(conversation, (turn) => isComplete(conversation, turn), policy);
}

function hearHalf(
  conversation: Conversation,
  turnIndex: number,
  half: Half,
  hearing: Hearing,
): ConversationOutcome | undefined {
  if (isSettled(conversation, turnIndex)) return hearLateHalf(conversation, turnIndex, half, hearing);
  if (isOvertaken(conversation, turnIndex)) return passed(conversation, turnIndex);
  const turn = withHalf(conversation, turnIndex, half, hearing);
  if (isComplete(conversation, turn)) return decideTurn(conversation, turn, hearing.policy);
  const others = conversation.pending.filter((pending) => pending.turnIndex !== turnIndex);
  const waiting: Conversation = { ...conversation, pending: [...others, turn] };
  if (waiting.pending.length <= maxPendingTurns) return { conversation: waiting, events: [] };
  return decideTurn(waiting, waiting.pending[0]!, hearing.policy);
}

/** Dialog or sentiment was away and the turn was decided without it: what it says now may still be why a person is needed. */
function hearLateHalf(
  conversation: Conversation,
  turnIndex: number,
  half: Half,
  { policy }: Hearing,
): ConversationOutcome | undefined {
  const decided = conversation.decidedInHalf.find((turn) => turn.turnIndex === turnIndex);
  if (!decided) return undefined;
  const whole = { ...decided, ...half };
  if (!isWhole(whole)) return undefined;
  const others = conversation.decidedInHalf.filter((turn) => turn !== decided);
  const heard: Conversation = { ...conversation, decidedInHalf: others };
  if (heard.handoff || heard.ended) return { conversation: heard, events: [] };
  return correctDecision(heard, whole, policy);
}

function withHalf(
  { pending }: Conversation,
  turnIndex: number,
  half: Half,
  { now, eventTime }: Hearing,
): PendingTurn {
  const known = pending.find((turn) => turn.turnIndex === turnIndex);
  const askedAt = Math.min(known?.askedAt ?? eventTime, eventTime);
  return {
    turnIndex,
    decideBy: decideBy(half.understood ? 'affect' : 'meaning', now, eventTime),
    ...known,
    askedAt,
    ...half,
  };
}

function isComplete({ started }: Conversation, turn: PendingTurn): boolean {
  return started && isWhole(turn);
}

/** A person is being fetched, or talks, since an earlier turn. */
function isOvertaken({ handoff }: Conversation, turnIndex: number): boolean {
  return handoff !== undefined && turnIndex > handoff.turnIndex;
}

function passed(conversation: Conversation, turnIndex: number): ConversationOutcome {
  return { conversation: settle(conversation, [turnIndex]), events: [] };
}

function decideEach(
  conversation: Conversation,
  ready: (turn: PendingTurn) => boolean,
  policy: TurnPolicy,
): ConversationOutcome | undefined {
  let outcome: ConversationOutcome | undefined;
  const turns = conversation.pending.filter(ready).sort((a, b) => a.turnIndex - b.turnIndex);
  for (const turn of turns) {
    const before = outcome ?? { conversation, events: [] };
    if (isSettled(before.conversation, turn.turnIndex)) continue;
    const { conversation: after, events } = decideTurn(before.conversation, turn, policy);
    outcome = { conversation: after, events: [...before.events, ...events] };
  }
  return outcome;
}
