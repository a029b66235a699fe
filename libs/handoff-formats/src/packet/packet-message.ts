/**
 * What the context service answers (`baton.context.v1.Packet`), as plain data. Written out here because a pure library must not bring
 * the gRPC classes of the contracts along; whoever passes the message in has the compiler compare the two.
 */
export interface PacketMessage {
  readonly conversationId: string;
  readonly handoffId: string;
  readonly revision: number;
  readonly tenantId: string;
  readonly channel: string;
  readonly customer: CustomerMessage | undefined;
  readonly contactReasons: readonly {
    readonly intent: string;
    readonly title: string;
    readonly turnIndex: number;
    readonly confidence: number;
    readonly status: string;
  }[];
  readonly decision: DecisionMessage | undefined;
  readonly sentiment: readonly { readonly turnIndex: number; readonly affect: AffectMessage | undefined }[];
  readonly actionsTried: readonly {
    readonly turnIndex: number;
    readonly action: string;
    readonly intent: string;
    readonly result: string;
  }[];
  readonly consents: readonly {
    readonly purpose: string;
    readonly state: string;
    readonly noticeVersion: string;
    readonly jurisdiction: string;
    readonly atMs: number;
  }[];
  readonly aiDisclosed: boolean;
  readonly transcript: readonly {
    readonly turnIndex: number;
    readonly speaker: string;
    readonly text: string;
    readonly atMs: number;
    readonly agentId: string;
  }[];
  readonly summary: string;
  readonly openQuestion: string;
  readonly suggestedFirstSentence: string;
  readonly articles: readonly {
    readonly articleId: string;
    readonly title: string;
    readonly quote: string;
  }[];
  readonly language: string;
  readonly startedAtMs: number;
  readonly guidance: readonly string[];
  readonly slots: readonly {
    readonly name: string;
    readonly intent: string;
    readonly value: string;
    readonly status: string;
    readonly turnIndex: number;
  }[];
  readonly attachments: readonly {
    readonly attachmentId: string;
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly url: string;
    readonly turnIndex: number;
  }[];
  readonly routing: RoutingMessage | undefined;
  readonly retention: RetentionMessage | undefined;
  readonly previousContacts: readonly {
    readonly conversationId: string;
    readonly channels: readonly string[];
    readonly startedAtMs: number;
    readonly contactReasons: readonly string[];
    readonly handoffState: string;
    readonly summary: string;
  }[];
  readonly disclosure:
    | {
        readonly atMs: number;
        readonly language: string;
        readonly version: string;
        readonly textSha256: string;
      }
    | undefined;
  readonly handoffState: string;
  readonly agentId: string;
  readonly endedAtMs: number;
}

export interface CustomerMessage {
  readonly ref:
    | {
        readonly customerId: string;
        readonly known: boolean;
        readonly segment: string;
        readonly contactsLast30d: number;
      }
    | undefined;
  readonly name: string;
  readonly assurance: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly crmNote: string;
}

export interface DecisionMessage {
  readonly decisionId: string;
  readonly turnIndex: number;
  readonly verdict: string;
  readonly risk: number;
  readonly reasons: readonly string[];
  readonly explanation: readonly string[];
  readonly policyId: string;
  readonly policyVersion: number;
  readonly policySha256: string;
  readonly matched: readonly {
    readonly ruleId: string;
    readonly hard: boolean;
    readonly contribution: number;
    readonly inputs: Readonly<Record<string, unknown>> | undefined;
  }[];
  readonly signals: Readonly<Record<string, unknown>> | undefined;
  readonly recordSha256: string;
}

export interface AffectMessage {
  readonly polarity: number;
  readonly frustration: number;
  readonly confusion: number;
  readonly urgency: number;
  readonly sarcasm: boolean;
}

export interface RoutingMessage {
  readonly skills: readonly string[];
  readonly language: string;
  readonly priority: string;
  readonly queue: string;
  readonly serviceLevelSeconds: number;
  readonly serviceLevelPercent: number;
}

export interface RetentionMessage {
  readonly conversationDays: number;
  readonly decisionsDays: number;
  readonly deleteAfterMs: number;
  readonly jurisdiction: string;
  readonly residency: readonly string[];
}
