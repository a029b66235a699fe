import type { Channel, MatchExplanation } from '@baton/contracts';
import type { EventDraft } from '@baton/persistence';
import type { CallerFacts, Priority } from '@baton/policy';

/** Where a transfer stands (DESIGN §5.8). */
export type HandoffState =
  | 'requested'
  | 'queued'
  | 'offered'
  | 'accepted'
  | 'briefing'
  | 'consulting'
  | 'bridged'
  | 'wrap-up'
  | FinalState;

/** How a transfer ends. */
export type FinalState =
  | 'completed'
  | 'failed'
  | 'abandoned'
  | 'returned-to-bot'
  | 'callback-scheduled'
  | 'cancelled'
  | 'message-left';

/** Why there is a handoff; see `HandoffKind` of the contract. */
export type HandoffKindWord = 'escalation' | 'transfer' | 'consult' | 'takeover' | 'callback';

/** One caller's way to a human. */
export interface Handoff {
  readonly handoffId: string;
  readonly conversationId: string;
  readonly tenantId: string;
  readonly packSha256: string;
  readonly state: HandoffState;
  /** Not final. */
  readonly open: boolean;
  /** When the present state was entered, ms. */
  readonly since: number;
  readonly decisionId: string;
  readonly reasons: readonly string[];
  readonly skills: readonly string[];
  /** BCP-47: the language the human should speak, and the caller hears. */
  readonly language: string;
  readonly priority: Priority;
  readonly channel: Channel;
  /** What was known of the caller when they asked. */
  readonly caller?: CallerFacts;
  /** Agents who spoke with this customer before, newest first. */
  readonly knownAgents?: readonly string[];
  /** Why the newest offer went to whom it went. */
  readonly match?: MatchExplanation;
  /** The turn that asked, ms. */
  readonly requestedAt: number;
  readonly queue: string;
  /** False: outside the queue's hours. */
  readonly queueOpen: boolean;
  /** When the caller entered the queue, ms; going back to it keeps their place. */
  readonly waitingSince: number;
  /** Until when the queue was last looked at, ms: steps and deadlines before it are done. */
  readonly lookedAt: number;
  readonly announcements: Announcements;
  /** Agents who said no or nothing, and until when they are not asked again. */
  readonly excluded: readonly Exclusion[];
  /** Offers so far. */
  readonly attempts: number;
  /** The agent it is offered to, or with; none while it waits. */
  readonly agent?: HeldAgent;
  /** Absent: an escalation. */
  readonly kind?: HandoffKindWord;
  /** The handoff it follows from, and the agent who asked for it. */
  readonly previous?: { readonly handoffId: string; readonly agentId: string };
  /** The agent it is meant for first; gone once they did not take it. */
  readonly target?: { readonly agentId: string };
  /** What the agent before wrote for the next; redacted. */
  readonly note?: string;
  /** What its agent has under way. */
  readonly transfer?: OpenTransfer;
  /** Why the last transfer came to nothing. */
  readonly transferFailed?: string;
  /** Transfers asked for so far. */
  readonly transfers?: number;
  /** The handoff the call went on with. */
  readonly next?: string;
  /** The agent talks beside the one who holds the lease. */
  readonly participant?: boolean;
  /** What the two of a consult told each other, newest last; at most `maxConsultMessages`. */
  readonly consult?: readonly ConsultLine[];
  /** How many messages the consult has had. */
  readonly consultCount?: number;
  /** The lease its agent speaks under. */
  readonly leaseToken?: number;
  readonly times?: Stations;
  /** Offers that came to nothing, newest last; at most `maxRefused`. */
  readonly refused?: readonly Refused[];
  /** A callback: which promise it keeps, and until when. */
  readonly callback?: CallbackRing;
  readonly wrapUpUntil?: number;
  readonly disposition?: string;
  /** Why it ended as it did, or came back to the queue. */
  readonly reason?: string;
  /** W3C trace context of the call, so that what happens by itself later belongs to its trace. */
  readonly traceparent?: string;
  /** Grows with every save, so that an older copy is never taken for a newer one. */
  readonly revision: number;
}

/** An agent and the reservation they are held by. */
export interface HeldAgent {
  readonly agentId: string;
  /** The reservation's fencing token. */
  readonly token: number;
  /** When the offer ends by itself, ms. */
  readonly expiresAt: number;
}

/** A transfer under way, in the document of the agent who asked for it. */
export interface OpenTransfer {
  readonly kind: 'transfer' | 'consult';
  readonly nextHandoffId: string;
  /** asked: nobody answered yet; settling: the agent decided, caller and colleague are being joined. */
  readonly phase: 'asked' | 'consulting' | 'settling' | 'conference';
  readonly queue: string;
  /** Whom it was meant for, then who answered. */
  readonly agentId: string;
  readonly since: number;
  /** What `settling` leads to. */
  readonly outcome?: 'transferred' | 'conference';
}

export interface ConsultLine {
  readonly index: number;
  readonly from: string;
  readonly to: string;
  /** Redacted. */
  readonly text: string;
  readonly at: number;
}

/** When it reached its stations, ms. */
export interface Stations {
  readonly decidedAt?: number;
  readonly reservedAt?: number;
  readonly packetShownAt?: number;
  readonly acceptedAt?: number;
  readonly bridgedAt?: number;
}

export interface Refused {
  readonly agentId: string;
  readonly at: number;
  readonly reason: string;
}

/** An attempt to keep the promise of a callback. */
export interface CallbackRing {
  readonly callbackId: string;
  readonly attempt: number;
  readonly previousConversationId: string;
  readonly ringSeconds: number;
  /** No agent came until then: this attempt is over, ms. */
  readonly until: number;
}

export interface Exclusion {
  readonly agentId: string;
  /** Of the reservation that came to nothing. */
  readonly token: number;
  readonly from: number;
  readonly until: number;
}

/** What the waiting caller was told, and will be told next. */
export interface Announcements {
  readonly nextAt: number;
  readonly count: number;
  /** Announcements since one offered a callback; -1 where none did yet. */
  readonly sinceCallbackOffer: number;
}

/** What an input makes of a handoff. */
export interface HandoffOutcome {
  readonly handoff: Handoff;
  readonly events: readonly EventDraft<unknown>[];
}

/** How long the gateway has to bring caller and agent together after the agent accepted, ms. */
export const bridgeWithinMs = 10_000;
/** Nobody waits longer than this: they are rung instead, ms. */
export const longestWaitMs = 15 * 60_000;
/** How long an agent who said no, or nothing, is not asked again for the same caller, ms. */
export const excludedForMs = 60_000;

/** How long a caller stays on hold for a colleague nobody can find, ms. */
export const consultWaitMs = 60_000;
/** How long two agents may talk while the caller is on hold, ms. */
export const consultLimitMs = 10 * 60_000;
/** How long a supervisor who takes over may take to be held, ms. */
export const takeoverWithinMs = 5_000;
/** How long the one agent a handoff is meant for may take to be held, ms: a hold that is lost on the way must not keep a caller. */
export const targetWithinMs = 10_000;
export const maxConsultMessages = 50;
export const maxRefused = 20;

/** A handoff in its next state, with what that state does not keep taken off. */
export function enter(
  handoff: Handoff,
  state: HandoffState,
  now: number,
  change: Partial<Pick<Handoff, 'agent' | 'match' | 'wrapUpUntil' | 'disposition' | 'reason'>> = {},
): Handoff {
  return { ...handoff, ...change, state, since: now, open: !isFinal(state) };
}

const finalStates: ReadonlySet<HandoffState> = new Set<FinalState>([
  'completed',
  'failed',
  'abandoned',
  'returned-to-bot',
  'callback-scheduled',
  'cancelled',
  'message-left',
]);

export function isFinal(state: HandoffState): state is FinalState {
  return finalStates.has(state);
}

/** The caller waits for a person, in a queue or while one is asked. */
export function isWaiting({ state }: Handoff): boolean {
  return state === 'queued' || state === 'offered';
}

/** Whether the handoff is held by this agent under this reservation. */
export function isHeldBy({ agent }: Handoff, agentId: string, token: number): boolean {
  return agent !== undefined && agent.agentId === agentId && agent.token === token;
}

export function kindOf({ kind }: Handoff): HandoffKindWord {
  return kind ?? 'escalation';
}

/** The handoff with one more station reached; the first time counts. */
export function reached(handoff: Handoff, station: keyof Stations, at: number): Handoff {
  return { ...handoff, times: { [station]: at, ...handoff.times } };
}

/** The handoff without its agent. */
export function withoutAgent(handoff: Handoff): Handoff {
  const { agent: _gone, ...rest } = handoff;
  return rest;
}
