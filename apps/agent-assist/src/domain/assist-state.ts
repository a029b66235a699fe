import type { AssistUpdated } from '@baton/contracts';

/** What the assistant remembers of a conversation. Redacted. */
export interface AssistState {
  readonly packSha256: string;
  readonly language: string;
  /** The newest turns, at most `keptTurns`. */
  readonly turns: readonly AssistTurn[];
  /** Intents in the order they came, each once. */
  readonly intents: readonly string[];
  /** Topics and kinds of vulnerability in the order they came, each once. */
  readonly topics: readonly string[];
  readonly reasons: readonly string[];
  /** The turn that escalated; -1 before. */
  readonly escalatedAt: number;
  /** What the bot did without success. */
  readonly failedAttempts: number;
  /** True from the escalation on: help is made for every turn. */
  readonly active: boolean;
  readonly newest?: AssistUpdated;
  /** Index of the newest turn. */
  readonly lastTurn: number;
}

export interface AssistTurn {
  readonly turnIndex: number;
  readonly speaker: 'customer' | 'bot' | 'agent';
  readonly text: string;
  readonly intent: string;
}

export const keptTurns = 60;

export function newAssist(packSha256: string, language: string): AssistState {
  return {
    packSha256,
    language,
    turns: [],
    intents: [],
    topics: [],
    reasons: [],
    escalatedAt: -1,
    failedAttempts: 0,
    active: false,
    lastTurn: -1,
  };
}
