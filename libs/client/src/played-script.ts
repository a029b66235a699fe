/** What happened when a call script was played. Turn indices are those of the script. */
export interface PlayedScript {
  readonly id: string;
  readonly conversationId: string;
  escalation?: PlayedEscalation;
  readonly decisions: PlayedDecision[];
  readonly replies: { readonly turnIndex: number; readonly text: string }[];
  handoff?: { readonly id: string; readonly state: string };
  packet?: { readonly summary: string };
  /** Events of the conversation, all topics. */
  events: number;
}

export interface PlayedEscalation {
  readonly turnIndex: number;
  readonly reasons: readonly string[];
  readonly skills: readonly string[];
  readonly language: string;
  readonly priority: string;
  readonly queue: string;
  readonly decisionId: string;
  readonly policySha256: string;
}

export interface PlayedDecision {
  readonly turnIndex: number;
  readonly verdict: string;
  readonly risk: number;
  readonly reasons: readonly string[];
}
