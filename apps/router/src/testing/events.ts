import {
  BotMode,
  Channel,
  type ConversationStarted,
  type SentimentScored,
  type TurnUnderstood,
} from '@baton/contracts';

/** A customer turn in which nothing happens, as dialog says it. */
export function understood(turnIndex: number, change: Partial<TurnUnderstood> = {}): TurnUnderstood {
  return {
    turnIndex,
    language: { code: 'en', confidence: 1, supported: true, switched: false },
    intent: { name: 'opening_hours', confidence: 0.9, outOfScope: false, reserved: false, repeats: 0 },
    humanRequest: { value: false, score: 0, keyed: false, callback: false, count: 0 },
    topics: [],
    misunderstanding: {
      misunderstood: false,
      kind: '',
      count: 0,
      consecutive: 0,
      noInputs: 0,
      lowAsr: 0,
      repeats: 0,
      corrections: 0,
    },
    customerTurns: 1,
    asrConfidence: 1,
    empty: false,
    offersMade: 0,
    offersDeclined: 0,
    turnsSinceDecline: -1,
    botFailed: false,
    ...change,
  };
}

/** The same turn in which a crime is reported. */
export function fraudReported(turnIndex: number, change: Partial<TurnUnderstood> = {}): TurnUnderstood {
  return understood(turnIndex, { topics: [{ topic: 'fraud', score: 0.95, kinds: [] }], ...change });
}

/** A calm turn, as sentiment says it. */
export function scored(turnIndex: number, change: Partial<SentimentScored> = {}): SentimentScored {
  return {
    turnIndex,
    affect: { polarity: 0, frustration: 0, confusion: 0, urgency: 0, sarcasm: false },
    trajectory: { frustrationMax: 0, frustratedTurns: 0, confusedTurns: 0, polarityMean: 0 },
    ...change,
  };
}

/** The first event of a phone call in English. */
export function started(
  pack: { readonly name: string; readonly sha256: string },
  language = 'en',
): ConversationStarted {
  return {
    channel: Channel.CHANNEL_PHONE,
    language,
    jurisdiction: 'GB',
    pack: { name: pack.name, sha256: pack.sha256 },
    botMode: BotMode.BOT_MODE_PACK,
    customer: { customerId: 'C-1', known: true, segment: 'standard', contactsLast30d: 1 },
    startedAtMs: 0,
  };
}
