/** Languages Baton claims: every signal is trained and measured in each. BCP-47 primary tags. */
export const CLAIMED_LANGUAGES = ['en', 'es', 'fr', 'de', 'it', 'pt'] as const;
/** One of the claimed languages. */
export type ClaimedLanguage = (typeof CLAIMED_LANGUAGES)[number];

/** Languages the detector can tell apart. BCP-47 primary tags. */
export const KNOWN_LANGUAGES = [
  ...CLAIMED_LANGUAGES,
  ...(['nl', 'sv', 'da', 'pl', 'cs', 'ro', 'tr', 'ru', 'uk', 'ar', 'hi', 'zh', 'ja', 'ko'] as const),
] as const;
/** One of the detectable languages. */
export type KnownLanguage = (typeof KNOWN_LANGUAGES)[number];

/** The language of a text; `und` with confidence 0 where there is nothing to tell it from (BCP-47 undetermined). */
export interface LanguageGuess {
  readonly code: string;
  /** 0..1, the posterior over the known languages. */
  readonly confidence: number;
}

/** The intent of an utterance. */
export interface IntentGuess {
  /** `""` where out of scope or where no intents are known. */
  readonly name: string;
  /** 0..1, calibrated: of all guesses with confidence c, about a share c is right. */
  readonly confidence: number;
  readonly outOfScope: boolean;
  /** Other intents that the utterance also carries or may mean, best first, at most three. */
  readonly alternatives: readonly { readonly name: string; readonly confidence: number }[];
}

/** Whether the caller asks, in this utterance and for themselves, for a person of the company. */
export interface HumanRequest {
  readonly value: boolean;
  /** 0..1. */
  readonly score: number;
  /** Zero, said or keyed as the complete turn. */
  readonly keyed: boolean;
  /** Asks to be called back (then `value` is true as well). */
  readonly callback: boolean;
}

/** Compliance topics, as policies name them. */
export const TOPICS = [
  'fraud',
  'legal-complaint',
  'regulator-complaint',
  'insurance-claim-dispute',
  'healthcare-authorization',
  'vulnerability',
  'data-rights',
  'payment-card-data',
  'minor',
] as const;
/** A compliance topic. */
export type Topic = (typeof TOPICS)[number];

/** What makes a caller vulnerable. */
export const VULNERABILITY_KINDS = ['bereavement', 'hardship', 'self-harm-risk', 'domestic-abuse'] as const;
/** A kind of vulnerability. */
export type VulnerabilityKind = (typeof VULNERABILITY_KINDS)[number];

/** A topic found in an utterance. `kinds` is there for `vulnerability` only. */
export interface TopicScore {
  readonly topic: Topic;
  /** 0..1, at least 0.5 where the topic is reported. */
  readonly score: number;
  readonly kinds?: readonly VulnerabilityKind[];
}

/** A grade of frustration, confusion or urgency: 0 none, 1 some, 2 strong. */
export type Grade = 0 | 1 | 2;

/** The affect of one customer utterance, from its words only. */
export interface Affect {
  /** −1 (bad) .. 1 (good). */
  readonly polarity: number;
  readonly frustration: Grade;
  readonly confusion: Grade;
  readonly urgency: Grade;
  readonly sarcasm: boolean;
}

/** Kinds of personal data that are found and redacted. */
export const PII_TYPES = [
  'PAN',
  'CVV',
  'EXPIRY',
  'SSN',
  'IBAN',
  'ACCOUNT',
  'PHONE',
  'EMAIL',
  'DOB',
  'ADDRESS',
  'NAME',
  'PASSWORD',
] as const;
/** A kind of personal data. */
export type PiiType = (typeof PII_TYPES)[number];

/** Where personal data stands in a text. Offsets count Unicode code points, `end` excluded. */
export interface PiiSpan {
  readonly type: PiiType;
  readonly start: number;
  readonly end: number;
}

/** What is understood of one utterance. */
export interface Analysis {
  readonly language: LanguageGuess;
  readonly intent: IntentGuess;
  readonly humanRequest: HumanRequest;
  /** Topics found, best first; empty where there is none. */
  readonly topics: readonly TopicScore[];
  readonly affect: Affect;
  /** In order, not overlapping. */
  readonly pii: readonly PiiSpan[];
  /** The text with every span replaced by its type in brackets. */
  readonly redacted: string;
}
