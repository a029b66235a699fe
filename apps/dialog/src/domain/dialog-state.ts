import type { BotMode } from '@baton/contracts';
import type { LanguageTracker } from '@baton/language';
import type { Memory } from './memory.js';

/** What the dialog service remembers of a conversation. No raw personal data: texts are redacted. */
export interface DialogState {
  readonly packSha256: string;
  readonly botMode: BotMode;
  readonly customerId: string;
  /** BCP-47 tag the conversation started in. */
  readonly startedIn: string;
  readonly language: LanguageTracker;
  /** The language the bot speaks now; follows the caller among the languages of the pack. */
  readonly speaks: string;
  /** How often each intent came. */
  readonly intents: Readonly<Record<string, number>>;
  readonly memory: Memory;
  readonly humanRequests: number;
  readonly offers: Offers;
  /** What the bot is in the middle of asking, if anything. */
  readonly task?: Task;
  /** Values a human learned, by slot: the bot does not ask for them again; at most `maxLearned`. */
  readonly learned?: Readonly<Record<string, string>>;
  /** True while a person is being fetched or talks: the bot makes no sentences. */
  readonly silent: boolean;
  /** Index of the last customer turn that was understood, so that a late duplicate is not understood again. */
  readonly lastTurn: number;
}

/** Offers of a human and what the caller made of them. */
export interface Offers {
  readonly made: number;
  readonly declined: number;
  /** An offer the caller has not answered yet. */
  readonly open: boolean;
  /** Customer turns since the last refusal; -1 where none was refused. */
  readonly turnsSinceDecline: number;
}

export const maxLearned = 20;

/** An intent the bot has to ask something for before it can answer. */
export interface Task {
  readonly intent: string;
  /** Values so far, by slot; personal data stands redacted. */
  readonly values: Readonly<Record<string, string>>;
  /** How often the open question was repeated. */
  readonly asked: number;
}
