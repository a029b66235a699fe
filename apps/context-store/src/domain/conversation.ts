import type {
  Affect,
  BotAction,
  Channel,
  ConsentState,
  CustomerRef,
  Decision,
  Speaker,
  SuggestedArticle,
} from '@baton/contracts';

/** A conversation as it is known so far, made from its events in whatever order the topics deliver them. */
export interface Conversation {
  readonly tenantId: string;
  readonly packSha256: string;
  readonly channel?: Channel;
  readonly language: string;
  readonly jurisdiction: string;
  readonly customer: CustomerRef;
  /** How sure it is who that is, once somebody asked. */
  readonly identity?: { readonly assurance: string; readonly reason: string };
  /** The channels it moved through, the first left out; at most `maxMoves`, oldest dropped. */
  readonly moves?: readonly { readonly leg: number; readonly channel: Channel }[];
  readonly startedAt: number;
  readonly endedAt: number;
  readonly aiDisclosed: boolean;
  /** How the caller was told that they speak with an AI. */
  readonly disclosure?: Disclosure;
  /** Newest state per purpose. */
  readonly consents: Readonly<Record<string, ConsentGiven>>;
  /** By turn index; redacted. At most `maxTurns`, oldest dropped. */
  readonly turns: readonly Turn[];
  readonly intents: readonly IntentHeard[];
  readonly sentiment: readonly { readonly turnIndex: number; readonly affect: Affect }[];
  readonly actions: readonly Action[];
  /** The newest decision; the escalation's once there is one. */
  readonly decision?: Decision;
  readonly verdict: string;
  readonly handoff?: Handoff;
  /** Handoffs another one has replaced, and colleagues who are only asked; at most `maxHandoffs` each. */
  readonly replaced?: readonly string[];
  readonly consults?: readonly string[];
  /** What agents wrote for whoever comes next, oldest first; at most `maxNotes`. */
  readonly notes?: readonly AgentNote[];
  readonly assist?: Assist;
  /** Grows with every change: which of two packets is newer. */
  readonly revision: number;
}

export interface Turn {
  readonly turnIndex: number;
  readonly speaker: Speaker;
  readonly text: string;
  readonly at: number;
  readonly agentId: string;
  /** The turn this answers; -1 where it answers none. */
  readonly replyTo: number;
}

/** What a turn was about. */
export interface IntentHeard {
  readonly turnIndex: number;
  readonly intent: string;
  /** 0..1; conversations stored by an earlier version lack it. */
  readonly confidence?: number;
}

export interface ConsentGiven {
  readonly state: ConsentState;
  readonly noticeVersion: string;
  /** Conversations stored by an earlier version lack where and when. */
  readonly jurisdiction?: string;
  readonly at?: number;
}

export interface Disclosure {
  readonly at: number;
  readonly language: string;
  readonly version: string;
  readonly textSha256: string;
}

/** Something the bot wanted to do, and what the caller's next turn said of it. */
export interface Action {
  readonly turnIndex: number;
  /** What it was going to say, until the caller heard it: the gate may hold it back. */
  readonly unheard?: string;
  readonly action: BotAction;
  readonly intent: string;
  readonly slot: string;
  readonly articleId: string;
  readonly result: 'open' | 'accepted' | 'left' | 'rejected';
}

export interface Handoff {
  readonly id: string;
  readonly state: string;
  readonly queue: string;
  readonly agentId: string;
  readonly disposition?: string;
}

/** What an agent wrote for whoever comes next. Redacted. */
export interface AgentNote {
  readonly agentId: string;
  readonly handoffId: string;
  readonly occasion: string;
  readonly text: string;
  readonly slots: Readonly<Record<string, string>>;
}

export interface Assist {
  readonly revision: number;
  readonly summary: string;
  readonly openQuestion: string;
  readonly suggestedFirstSentence: string;
  readonly articles: readonly SuggestedArticle[];
  readonly guidance: readonly string[];
}

/** Longer conversations keep their newest turns here; the audit log keeps all. */
export const maxTurns = 400;
/** A conversation that moves more often keeps its newest moves. */
export const maxMoves = 16;
export const maxNotes = 20;
export const maxHandoffs = 50;

/** Before anything is known. */
export function newConversation(tenantId: string): Conversation {
  return {
    tenantId,
    packSha256: '',
    language: '',
    jurisdiction: '',
    customer: { customerId: '', known: false, segment: '', contactsLast30d: 0 },
    startedAt: 0,
    endedAt: 0,
    aiDisclosed: false,
    consents: {},
    turns: [],
    intents: [],
    sentiment: [],
    actions: [],
    verdict: '',
    revision: 0,
  };
}
