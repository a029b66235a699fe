/** Who said a turn. */
export type Speaker = 'customer' | 'bot' | 'agent' | 'announcement';

/** One turn, redacted. */
export interface Turn {
  readonly index: number;
  readonly speaker: Speaker;
  readonly text: string;
  /** Milliseconds since the epoch; 0 where unknown. */
  readonly at: number;
  readonly agentId: string;
}

/** A company whose pack is loaded. */
export interface Tenant {
  readonly id: string;
  readonly company: string;
  readonly languages: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly defaultJurisdiction: string;
  readonly customers: readonly DemoCustomer[];
  readonly agents: readonly AgentProfile[];
  readonly demoCall: string;
  readonly dispositions: readonly Disposition[];
  readonly queues: readonly { readonly name: string; readonly title: string }[];
}

/** A made-up customer to call as. */
export interface DemoCustomer {
  readonly customerId: string;
  readonly name: string;
  readonly segment: string;
}

/** How a conversation came out, as the pack lists it. */
export interface Disposition {
  readonly code: string;
  readonly title: string;
}

/** What an agent can do. */
export interface AgentProfile {
  readonly agentId: string;
  readonly name: string;
  /** Proficiency 1..5 per skill; 0 where only the skill is known. */
  readonly skills: Readonly<Record<string, number>>;
  readonly languages: readonly string[];
  /** agent, supervisor. */
  readonly role: string;
}

/** An agent as they stand. */
export interface Agent extends AgentProfile {
  /** available, busy, break, wrap-up, offline. */
  readonly presence: string;
  readonly handoffId: string;
  readonly presenceSinceMs: number;
}

/** The signed-in agent. */
export interface Session {
  readonly agent: Agent;
  readonly tenant: string;
  /** agent, supervisor. */
  readonly role: string;
}

/** A handoff as it stands. */
export interface Handoff {
  readonly handoffId: string;
  readonly conversationId: string;
  readonly tenantId: string;
  readonly state: string;
  readonly queue: string;
  readonly reasons: readonly string[];
  readonly skills: readonly string[];
  readonly language: string;
  readonly priority: string;
  readonly agentId: string;
  readonly reservationToken: number;
  readonly requestedAtMs: number;
  readonly deadlineAtMs: number;
  readonly position: number;
  readonly expectedWaitSeconds: number;
  readonly attempts: number;
  /** The speech lease its agent speaks under. */
  readonly leaseToken: number;
  /** escalation, transfer, consult, takeover, callback. */
  readonly kind: string;
  readonly previousHandoffId: string;
  readonly askedByAgentId: string;
  readonly targetAgentId: string;
  readonly note: string;
  readonly reason: string;
  readonly transfer: OpenTransfer | undefined;
  readonly transferFailed: string;
  readonly participant: boolean;
  readonly previousConversationId: string;
  readonly nextHandoffId: string;
  /** Which of two answers is newer; 0 where it is not told. */
  readonly revision: number;
  readonly refused: readonly { readonly agentId: string; readonly reason: string }[];
}

/** A transfer an agent has under way. */
export interface OpenTransfer {
  readonly kind: string;
  readonly nextHandoffId: string;
  /** asked, consulting, settling, conference. */
  readonly phase: string;
  readonly queue: string;
  readonly agentId: string;
}

/** What one agent told another; the caller never hears it. */
export interface ConsultLine {
  readonly handoffId: string;
  readonly index: number;
  readonly fromAgentId: string;
  readonly text: string;
  readonly at: number;
}

/** A message a caller left while nobody was there. */
export interface CallerMessage {
  readonly messageId: string;
  readonly conversationId: string;
  readonly queue: string;
  readonly text: string;
  readonly leftAtMs: number;
}

/** A promise to ring. */
export interface Callback {
  readonly callbackId: string;
  readonly conversationId: string;
  readonly queue: string;
  readonly state: string;
  readonly dueAtMs: number;
  readonly attempts: number;
}

/** A rule of the policy whose condition held. */
export interface MatchedRule {
  readonly ruleId: string;
  readonly hard: boolean;
  readonly contribution: number;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** A decision of the policy about one turn. */
export interface Decision {
  readonly decisionId: string;
  readonly turnIndex: number;
  /** continue, clarify, offer-human, escalate. */
  readonly verdict: string;
  readonly risk: number;
  readonly reasons: readonly string[];
  readonly skills: readonly string[];
  readonly priority: string;
  readonly language: string;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly policySha256: string;
  readonly matched: readonly MatchedRule[];
  readonly signals: Readonly<Record<string, unknown>>;
  readonly explanation: readonly string[];
  readonly say: string;
  readonly failedRules: readonly string[];
  readonly recordSha256: string;
}

/** Affect of one customer turn. */
export interface SentimentPoint {
  readonly turnIndex: number;
  readonly polarity: number;
  readonly frustration: number;
  readonly confusion: number;
  readonly urgency: number;
}

/** A knowledge article with the passage that helps. */
export interface Article {
  readonly articleId: string;
  readonly title: string;
  readonly quote: string;
}

/** Help for the human, renewed with every turn. */
export interface Assist {
  readonly revision: number;
  readonly summary: string;
  readonly openQuestion: string;
  readonly suggestedFirstSentence: string;
  readonly articles: readonly Article[];
  readonly guidance: readonly string[];
}

/** A consent as it stands. */
export interface Consent {
  readonly purpose: string;
  /** notified, granted, refused. */
  readonly state: string;
  readonly noticeVersion: string;
}

/** Everything a human needs before they say hello. */
export interface Packet {
  readonly conversationId: string;
  readonly handoffId: string;
  readonly revision: number;
  readonly tenantId: string;
  readonly channel: string;
  readonly customer: {
    readonly customerId: string;
    readonly known: boolean;
    readonly segment: string;
    readonly contactsLast30d: number;
    readonly name: string;
    readonly assurance: string;
    readonly facts: Readonly<Record<string, string>>;
    readonly crmNote: string;
    readonly assuranceReason: string;
  };
  /** The channels of the conversation, in the order it moved through them. */
  readonly channels: readonly string[];
  readonly previousContacts: readonly PreviousContact[];
  readonly contactReasons: readonly {
    readonly intent: string;
    readonly title: string;
    readonly turnIndex: number;
  }[];
  readonly decision: Decision | undefined;
  readonly sentiment: readonly SentimentPoint[];
  readonly actionsTried: readonly {
    readonly turnIndex: number;
    readonly action: string;
    readonly intent: string;
    readonly result: string;
  }[];
  readonly consents: readonly Consent[];
  readonly aiDisclosed: boolean;
  readonly transcript: readonly Turn[];
  readonly summary: string;
  readonly openQuestion: string;
  readonly suggestedFirstSentence: string;
  readonly articles: readonly Article[];
  readonly language: string;
  readonly startedAtMs: number;
  readonly guidance: readonly string[];
  /** What agents before wrote for the next. */
  readonly notes: readonly {
    readonly agentId: string;
    readonly occasion: string;
    readonly text: string;
    readonly slots: Readonly<Record<string, string>>;
  }[];
}

/** What the customer contacted the company about before. */
export interface PreviousContact {
  readonly conversationId: string;
  readonly channels: readonly string[];
  readonly startedAtMs: number;
  readonly contactReasons: readonly string[];
  readonly summary: string;
}

/** One line of the list of conversations. */
export interface ConversationSummary {
  readonly conversationId: string;
  readonly channel: string;
  readonly language: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly verdict: string;
  readonly reasons: readonly string[];
  readonly turns: number;
  readonly handoffState: string;
}

/** An event, as the live trail brings it. */
export interface LiveEvent {
  readonly id: string;
  readonly type: string;
  readonly timeMs: number;
  readonly source: string;
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

/** An event in the audit log. */
export interface TrailEntry extends LiveEvent {
  readonly index: number;
  readonly topic: string;
  readonly causationId: string;
  readonly leafHash: string;
  readonly inclusionProof: readonly string[];
  readonly proven: boolean;
}

/** One change of a consent, from the ledger. */
export interface ConsentReceipt extends Consent {
  readonly jurisdiction: string;
  readonly atMs: number;
  readonly eventId: string;
}

/** The trail of one conversation with its proofs. */
export interface Trail {
  readonly entries: readonly TrailEntry[];
  readonly checkpoint: string;
  readonly unproven: number;
  readonly verifierKey: string;
  readonly consents: readonly ConsentReceipt[];
}

/** How the whole of Baton is. */
export interface Status {
  readonly mode: string;
  readonly version: string;
  readonly demo: boolean;
  readonly services: readonly {
    readonly name: string;
    readonly ready: boolean;
    readonly degraded: boolean;
  }[];
}
