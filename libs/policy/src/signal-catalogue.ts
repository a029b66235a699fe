/** The type a signal has in a CEL condition. */
export type SignalType = 'int' | 'double' | 'bool' | 'string';

/** One signal: what it is called, what it means, and its value when nothing happened. */
export interface SignalDefinition {
  /** `group.field`, or a bare name. */
  readonly name: string;
  readonly type: SignalType;
  readonly doc: string;
  readonly neutral: number | boolean | string;
  /** Smallest and, where bounded, largest value of a number. */
  readonly min?: number;
  readonly max?: number;
  /** The values a string takes, where they are few. */
  readonly values?: readonly string[];
}

const score = { type: 'double', neutral: 0, min: 0, max: 1 } as const;
const level = { type: 'int', neutral: 0, min: 0, max: 2 } as const;
const count = { type: 'int', neutral: 0, min: 0 } as const;
const flag = { type: 'bool', neutral: false } as const;

/** Every signal a condition may use, in the order `baton policy signals` lists them. */
export const SIGNAL_CATALOGUE = [
  { name: 'turn.index', ...count, doc: 'index of the turn in the conversation' },
  { name: 'turn.customerTurns', ...count, neutral: 1, doc: 'customer turns so far, this one included' },
  { name: 'turn.asrConfidence', ...score, neutral: 1, doc: '0..1; 1 where the channel is text' },
  { name: 'turn.empty', ...flag, doc: 'the caller said nothing until the no-input timer' },
  { name: 'humanRequest.value', ...flag, doc: 'the caller asks for a person in this turn' },
  { name: 'humanRequest.score', ...score, doc: 'how sure that is, 0..1' },
  { name: 'humanRequest.keyed', ...flag, doc: 'by pressing or saying 0 as a whole turn' },
  { name: 'humanRequest.callback', ...flag, doc: 'asks to be called back' },
  { name: 'humanRequest.count', ...count, doc: 'requests for a person so far' },
  {
    name: 'topics.fraud',
    ...score,
    doc: 'unauthorised use, scam, takeover, reported or suspected; score 0..1',
  },
  { name: 'topics.legalComplaint', ...score, doc: 'legal action against the company; score 0..1' },
  {
    name: 'topics.regulatorComplaint',
    ...score,
    doc: 'ombudsman, regulator, consumer authority; score 0..1',
  },
  {
    name: 'topics.insuranceClaimDispute',
    ...score,
    doc: 'contests a denial, valuation or payout; score 0..1',
  },
  {
    name: 'topics.healthcareAuthorization',
    ...score,
    doc: 'prior authorisation or necessity review; score 0..1',
  },
  {
    name: 'topics.vulnerability',
    ...score,
    doc: 'bereavement, hardship, self-harm risk, domestic abuse; score 0..1',
  },
  { name: 'topics.dataRights', ...score, doc: 'access, erasure, objection, portability; score 0..1' },
  {
    name: 'topics.paymentCardData',
    ...score,
    doc: 'a full card number or security code was said; score 0..1',
  },
  { name: 'topics.minor', ...score, doc: 'the caller is under 18, or a minor made the contract; score 0..1' },
  { name: 'kinds.bereavement', ...flag, doc: 'vulnerability of this turn: a death' },
  { name: 'kinds.hardship', ...flag, doc: 'vulnerability of this turn: cannot pay' },
  {
    name: 'kinds.selfHarmRisk',
    ...flag,
    doc: 'vulnerability of this turn: risk of self-harm; outranks everything',
  },
  { name: 'kinds.domesticAbuse', ...flag, doc: 'vulnerability of this turn: domestic abuse' },
  { name: 'affect.polarity', type: 'double', neutral: 0, min: -1, max: 1, doc: '-1..1 in this turn' },
  { name: 'affect.frustration', ...level, doc: '0 none, 1 controlled, 2 anger' },
  { name: 'affect.confusion', ...level, doc: '0 none, 1 unsure about one thing, 2 lost' },
  {
    name: 'affect.urgency',
    ...level,
    doc: '0 none, 1 a deadline in days, 2 harm or a deadline within hours',
  },
  { name: 'affect.sarcasm', ...flag, doc: 'the wording praises and the opposite is meant' },
  { name: 'trajectory.frustrationMax', ...level, doc: 'highest frustration of the conversation' },
  { name: 'trajectory.frustratedTurns', ...count, doc: 'customer turns with frustration' },
  { name: 'trajectory.confusedTurns', ...count, doc: 'customer turns with confusion' },
  {
    name: 'trajectory.polarityMean',
    type: 'double',
    neutral: 0,
    min: -1,
    max: 1,
    doc: 'mean polarity of the last three customer turns',
  },
  { name: 'misunderstanding.count', ...count, doc: 'turns the bot failed so far' },
  { name: 'misunderstanding.consecutive', ...count, doc: 'turns the bot failed in a row, up to this one' },
  {
    name: 'misunderstanding.kind',
    type: 'string',
    neutral: '',
    values: [
      '',
      'no-match',
      'no-input',
      'repeat',
      'correction',
      'topic-switch',
      'low-asr',
      'bot-wrong-answer',
    ],
    doc: 'of this turn, or ""',
  },
  { name: 'misunderstanding.noInputs', ...count, doc: 'turns without input so far' },
  { name: 'misunderstanding.lowAsr', ...count, doc: 'turns too badly recognised so far' },
  { name: 'misunderstanding.repeats', ...count, doc: 'turns the caller had to say again so far' },
  { name: 'misunderstanding.corrections', ...count, doc: 'turns the caller corrected the bot so far' },
  { name: 'intent.name', type: 'string', neutral: '', doc: '"" where out of scope' },
  { name: 'intent.confidence', ...score, neutral: 1, doc: '0..1, calibrated' },
  { name: 'intent.outOfScope', ...flag, doc: 'nothing the bot knows' },
  { name: 'intent.reserved', ...flag, doc: 'the company keeps this intent for people' },
  { name: 'intent.repeats', ...count, doc: 'how often this intent came before in the conversation' },
  { name: 'language.code', type: 'string', neutral: 'en', doc: "the caller's language, BCP-47 primary tag" },
  { name: 'language.supported', ...flag, neutral: true, doc: 'the bot speaks it' },
  { name: 'language.switched', ...flag, doc: 'differs from the language the conversation started in' },
  { name: 'customer.known', ...flag, doc: 'the caller is identified' },
  { name: 'customer.segment', type: 'string', neutral: '', doc: "the company's own segment name" },
  { name: 'customer.contactsLast30d', ...count, doc: 'contacts in the last 30 days' },
  {
    name: 'customer.vulnerable',
    ...flag,
    doc: 'vulnerability came up in this conversation, in this turn or before',
  },
  { name: 'offers.made', ...count, doc: 'offers of a human so far' },
  { name: 'offers.declined', ...count, doc: 'offers of a human the caller declined so far' },
  {
    name: 'offers.turnsSinceDecline',
    type: 'int',
    neutral: -1,
    min: -1,
    doc: 'customer turns since the caller last declined a human, 0 in the turn that declines; -1 where none was declined',
  },
  { name: 'bot.failed', ...flag, doc: "the bot's back end failed in this turn" },
  {
    name: 'channel',
    type: 'string',
    neutral: 'phone',
    values: ['phone', 'chat', 'whatsapp', 'sms', 'email'],
    doc: 'phone, chat, whatsapp, sms or email',
  },
] as const satisfies readonly SignalDefinition[];
