import { Channel, type SentimentScored, type Trajectory, type TurnUnderstood } from '@baton/contracts';

/** A conversation as far as decisions need it. No text, no personal data. */
export interface Conversation {
  readonly conversationId: string;
  readonly tenantId: string;
  /** ConversationStarted arrived; until then pack, channel and customer are guesses. */
  readonly started: boolean;
  readonly ended: boolean;
  /** Empty until the start is known: the tenant's newest pack counts then. */
  readonly packSha256: string;
  readonly channel: Channel;
  /** BCP-47; empty until the start is known. */
  readonly startedIn: string;
  readonly customer: {
    readonly known: boolean;
    readonly segment: string;
    readonly contactsLast30d: number;
  };
  /** What the customer is recognised by here: a hash of their id, absent where they are not known. */
  readonly customerRef?: string;
  readonly soFar: SoFar;
  /** Turns of which something is still missing, oldest first; at most `maxPendingTurns`. */
  readonly pending: readonly PendingTurn[];
  /** Turns that had to be decided with a half missing and led to nobody, newest last; at most `maxDecidedInHalf`. */
  readonly decidedInHalf: readonly PendingTurn[];
  /** Turns that are decided or need no decision: all up to `upTo`, and those listed. */
  readonly settled: { readonly upTo: number; readonly turns: readonly number[] };
  /** The newest decisions, oldest first. */
  readonly decisions: readonly {
    readonly turnIndex: number;
    readonly verdict: string;
    readonly decisionId: string;
  }[];
  /** Offers of a human this service decided. */
  readonly offersMade: number;
  /** While a person is being fetched or talks. */
  readonly handoff?: OpenHandoff;
  /** A handoff by which a supervisor is about to take the caller over. */
  readonly takeover?: string;
  /** The newest handoff, open or not. */
  readonly lastHandoffId?: string;
}

/** The handoff a conversation is in. */
export interface OpenHandoff {
  readonly handoffId: string;
  /** The turn that led to it; later turns are not decided while it is open. */
  readonly turnIndex: number;
  /** When that turn was understood, ms: time to human counts from here. */
  readonly askedAt: number;
}

/** What is known of one turn before it is decided. */
export interface PendingTurn {
  readonly turnIndex: number;
  /** When it is decided with what is there then, ms. */
  readonly decideBy: number;
  /** The earliest time any of its events carries, ms. */
  readonly askedAt: number;
  readonly understood?: TurnUnderstood;
  readonly scored?: SentimentScored;
}

/** What adds up over a conversation and holds also for a turn of which a half is missing. */
export interface SoFar {
  readonly language: string;
  readonly languageSupported: boolean;
  readonly languageSwitched: boolean;
  readonly customerTurns: number;
  readonly humanRequests: number;
  readonly offersMade: number;
  readonly offersDeclined: number;
  readonly turnsSinceDecline: number;
  readonly misunderstood: {
    readonly count: number;
    readonly noInputs: number;
    readonly lowAsr: number;
    readonly repeats: number;
    readonly corrections: number;
  };
  readonly trajectory: Trajectory;
  /** Vulnerability came up; absent while it did not. */
  readonly vulnerable?: boolean;
}

/** A turn is decided without its affect this long after its meaning arrived, ms: the bot has something to say and is held for it. */
const affectWaitMs = 100;
/** And without its meaning this long after its affect: whoever is slow to understand has no sentence ready that waits. */
const meaningWaitMs = 400;
/** How much longer the other half is waited for where events come late, because it will come as late, ms. */
const longestLagMs = 900;
/** More unfinished turns than this and the oldest is decided as it stands. */
export const maxPendingTurns = 16;
const maxSettledTurns = 32;
const maxDecidedInHalf = 4;
const maxDecisions = 8;

/** A conversation of which nothing is known yet. */
export function unknownConversation(conversationId: string, tenantId: string): Conversation {
  return {
    conversationId,
    tenantId,
    started: false,
    ended: false,
    packSha256: '',
    channel: Channel.CHANNEL_UNSPECIFIED,
    startedIn: '',
    customer: { known: false, segment: '', contactsLast30d: 0 },
    soFar: {
      language: '',
      languageSupported: true,
      languageSwitched: false,
      customerTurns: 0,
      humanRequests: 0,
      offersMade: 0,
      offersDeclined: 0,
      turnsSinceDecline: -1,
      misunderstood: { count: 0, noInputs: 0, lowAsr: 0, repeats: 0, corrections: 0 },
      trajectory: { frustrationMax: 0, frustratedTurns: 0, confusedTurns: 0, polarityMean: 0 },
    },
    pending: [],
    decidedInHalf: [],
    settled: { upTo: -1, turns: [] },
    decisions: [],
    offersMade: 0,
  };
}

/** Whether the turn needs no decision any more. */
export function isSettled({ settled }: Conversation, turnIndex: number): boolean {
  return turnIndex <= settled.upTo || settled.turns.includes(turnIndex);
}

/** Marks turns as needing no decision. What is forgotten for space counts as settled, and so does everything before it. */
export function settle(conversation: Conversation, turnIndexes: readonly number[]): Conversation {
  const all = [...new Set([...conversation.settled.turns, ...turnIndexes])].sort((a, b) => a - b);
  const forgotten = all.slice(0, Math.max(0, all.length - maxSettledTurns));
  return {
    ...conversation,
    pending: conversation.pending.filter(({ turnIndex }) => !turnIndexes.includes(turnIndex)),
    settled: { upTo: forgotten.at(-1) ?? conversation.settled.upTo, turns: all.slice(forgotten.length) },
  };
}

/** Keeps what was known of a turn that had to be decided with a half missing. */
export function rememberHalf(conversation: Conversation, turn: PendingTurn): Conversation {
  if (isWhole(turn)) return conversation;
  return { ...conversation, decidedInHalf: [...conversation.decidedInHalf, turn].slice(-maxDecidedInHalf) };
}

/** Whether both halves of a turn are there. */
export function isWhole({ understood, scored }: PendingTurn): boolean {
  return understood !== undefined && scored !== undefined;
}

/** Keeps the newest decisions only. */
export function rememberDecision(
  conversation: Conversation,
  decision: Conversation['decisions'][number],
): Conversation {
  return { ...conversation, decisions: [...conversation.decisions, decision].slice(-maxDecisions) };
}

/** Until when the missing half of a turn is waited for, whose first half was said at `eventTime` and arrives now. */
export function decideBy(missing: 'affect' | 'meaning', now: number, eventTime: number): number {
  const waitMs = missing === 'affect' ? affectWaitMs : meaningWaitMs;
  return now + waitMs + Math.min(longestLagMs, Math.max(0, now - eventTime));
}

/** When the first unfinished turn must be decided; undefined where none waits. */
export function conversationDeadline({ pending }: Conversation): number | undefined {
  return pending.length === 0 ? undefined : Math.min(...pending.map((turn) => turn.decideBy));
}
