/** How a turn was misunderstood. */
export const MISUNDERSTANDING_KINDS = [
  'no-match',
  'no-input',
  'repeat',
  'correction',
  'topic-switch',
  'low-asr',
  'bot-wrong-answer',
] as const;
/** A kind of misunderstanding. */
export type MisunderstandingKind = (typeof MISUNDERSTANDING_KINDS)[number];

/** A customer turn that went wrong. */
export interface Misunderstanding {
  /** Index of the customer turn, which may be the one before the turn that shows it. */
  readonly turnIndex: number;
  readonly kind: MisunderstandingKind;
}

/** One turn of a dialogue. */
export interface DialogueTurn {
  readonly speaker: 'bot' | 'customer';
  readonly text: string;
  /** 0..1; left out where the channel is text. */
  readonly asrConfidence?: number;
}

/** What is kept of a customer turn: hashes of its words and word classes, never the words. */
export interface TurnTrace {
  readonly index: number;
  /** Sorted hashes of content words and classes, at most 48. */
  readonly signature: readonly number[];
  /** Subjects spoken of (lexicon class ids). */
  readonly subjects: readonly number[];
  readonly asrConfidence: number;
  /** Already counted as misunderstood. */
  readonly failed: boolean;
  readonly isRequest: boolean;
  /** Denies or lacks something: "I don't have it", "no". */
  readonly negates: boolean;
}

/** What is known of the bot's last turn. */
export interface BotTrace {
  readonly index: number;
  readonly noMatch: boolean;
  /** It asks to repeat, spell, rephrase or confirm, or puts a question that the customer answers. */
  readonly asks: boolean;
  /** Where it asks: whether a yes or no would do, rather than a thing it lacks. */
  readonly confirms: boolean;
  /** It reads back what it took up and asks whether that is right. */
  readonly readsBack: boolean;
  /** It says nearly the same as its turn before: it insists. */
  readonly insists: boolean;
  readonly signature: readonly number[];
}

/** The state of understanding of one conversation; small plain JSON without personal data. */
export interface DialogueState {
  /** Index of the next turn. */
  readonly next: number;
  /** Customer turns, newest first, at most four. */
  readonly customer: readonly TurnTrace[];
  readonly bot: BotTrace | null;
  /** Misunderstood turns so far, and those in a row up to the last customer turn. */
  readonly count: number;
  readonly consecutive: number;
  readonly byKind: Readonly<Record<MisunderstandingKind, number>>;
}

/** Before the first turn. */
export const NEW_DIALOGUE: DialogueState = {
  next: 0,
  customer: [],
  bot: null,
  count: 0,
  consecutive: 0,
  byKind: {
    'no-match': 0,
    'no-input': 0,
    repeat: 0,
    correction: 0,
    'topic-switch': 0,
    'low-asr': 0,
    'bot-wrong-answer': 0,
  },
};
