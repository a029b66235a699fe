import fc from 'fast-check';
import { viewerRoles, type HandoffPacket } from '../packet/handoff-packet.js';

/** Numbers that pass as cards: the brands' published test numbers. */
export const testCards = [
  '4111111111111111',
  '5555555555554444',
  '378282246310005',
  '6011111111111117',
  '3530111333300000',
  '4222222222222',
];

/** A card as people write or read it out. */
const writtenCard = fc
  .record({ card: fc.constantFrom(...testCards), gap: fc.constantFrom('', ' ', '-', '.', ' - ') })
  .map(({ card, gap }) => card.match(/.{1,4}/g)!.join(gap));

/** Any text: long ones, lone surrogates, emoji, quotes, digits of cards. */
const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.lorem({ maxCount: 3 }), writtenCard, fc.lorem({ maxCount: 2 }))
      .map(([before, card, behind]) => `${before} ${card} ${behind}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '😀"\\'.repeat(3_000),
      'é'.repeat(9_000),
      'word '.repeat(5_000),
      '\uD83D'.repeat(300),
    ),
  },
);
const name = fc.string({ unit: 'grapheme', maxLength: 20 });
const turnIndex = fc.nat(500);
const at = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const channel = fc.constantFrom(
  'phone' as const,
  'chat' as const,
  'sms' as const,
  'email' as const,
  'unspecified' as const,
);
const status = fc.constantFrom('pending' as const, 'satisfied' as const, 'failed' as const);
const level = fc.constantFrom(0, 1, 2);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 6 });

const parts = {
  version: fc.constant('baton.packet/1' as const),
  conversationId: fc.uuid(),
  tenantId: fc.constantFrom('bank', 'health'),
  revision: fc.nat(),
  channel,
  language: fc.constantFrom('en', 'es', 'de', 'pt-BR', 'zh', ''),
  identity: fc.record(
    {
      customerId: fc.constantFrom('C-1', 'ü-42'),
      known: fc.boolean(),
      name: text,
      segment: name,
      contactsLast30d: fc.nat(30),
      assurance: fc.constantFrom('none', 'claimed', 'crm'),
    },
    { requiredKeys: ['known', 'contactsLast30d', 'assurance'] },
  ),
  contactReasons: list(fc.record({ intent: name, title: name, turnIndex })),
  intent: fc.record(
    {
      current: name,
      stack: list(fc.record({ name, title: name, confidence: share, status, turnIndex })),
      slots: list(
        fc.record(
          { name, intent: name, value: text, status, turnIndex },
          { requiredKeys: ['name', 'intent', 'status', 'turnIndex'] },
        ),
      ),
    },
    { requiredKeys: ['stack', 'slots'] },
  ),
  sentiment: fc.record({
    trend: fc.constantFrom('unknown' as const, 'falling' as const),
    points: list(
      fc.record({
        turnIndex,
        polarity: fc.double({ min: -1, max: 1, noNaN: true }),
        frustration: level,
        confusion: level,
        urgency: level,
        sarcasm: fc.boolean(),
      }),
    ),
  }),
  actionsTried: list(fc.record({ turnIndex, action: text, result: fc.constantFrom('open', 'left') })),
  facts: fc.dictionary(fc.oneof(name, text), text, { maxKeys: 8, noNullPrototype: true }),
  consents: list(fc.record({ purpose: name, state: fc.constant('granted'), noticeVersion: name, at })),
  disclosure: fc.record({ disclosed: fc.boolean() }),
  summary: text,
  openQuestion: text,
  articles: list(fc.record({ articleId: name, title: name, quote: text })),
  guidance: list(text),
  transcript: fc.record({
    redaction: fc.record({
      policy: fc.constant('baton.redaction/1' as const),
      role: fc.constantFrom(...viewerRoles),
    }),
    turns: fc.array(
      fc.record(
        {
          turnIndex,
          speaker: fc.constantFrom(
            'customer' as const,
            'bot' as const,
            'agent' as const,
            'announcement' as const,
          ),
          text,
          at,
          agentId: fc.constantFrom('a-1', 'a-2'),
        },
        { requiredKeys: ['turnIndex', 'speaker', 'text'] },
      ),
      { maxLength: 30 },
    ),
  }),
  attachments: list(
    fc.record({
      attachmentId: fc.uuid(),
      name: text,
      mediaType: fc.constant('image/png'),
      bytes: fc.nat(),
      sha256: fc.constant('ef'.repeat(32)),
      turnIndex,
    }),
  ),
  previousContacts: list(
    fc.record({
      conversationId: fc.uuid(),
      channel,
      startedAt: at,
      contactReasons: list(name),
      outcome: name,
      summary: text,
    }),
  ),
  control: fc.record(
    {
      verb: fc.constantFrom('NONE' as const, 'PROPOSE' as const, 'ASSUME' as const),
      state: fc.constantFrom('queued', 'bridged'),
      agentId: fc.constantFrom('a-1', 'a-2'),
    },
    { requiredKeys: ['verb'] },
  ),
  handoffId: fc.uuid(),
  startedAt: at,
  endedAt: at,
  factsNote: text,
  suggestedFirstSentence: text,
  decision: fc.record({
    decisionId: fc.uuid(),
    turnIndex,
    verdict: fc.constant('escalate'),
    risk: share,
    reasons: list(fc.constantFrom('fraud', 'human-request', 'x-own')),
    explanation: list(text),
    policy: fc.record({ id: name, version: fc.nat(9), sha256: fc.constant('ab'.repeat(32)) }),
    rules: list(fc.record({ id: name, hard: fc.boolean(), contribution: share })),
    signals: fc.constant({ frustration: 2 }),
    recordSha256: fc.constant('cd'.repeat(32)),
  }),
  routing: fc.record({
    skills: list(name),
    language: fc.constantFrom('en', 'es'),
    priority: fc.constantFrom('normal' as const, 'urgent' as const),
    queue: name,
  }),
  retention: fc.record({
    conversationDays: fc.nat(400),
    decisionsDays: fc.nat(4_000),
    deleteAfter: at,
    residency: list(fc.constant('GB')),
  }),
};
/** Any packet whatever: every part there or not, texts of every kind. */
export const arbitraryPacket: fc.Arbitrary<HandoffPacket> = fc.record(parts, {
  requiredKeys: [
    ...(['version', 'conversationId', 'tenantId', 'revision', 'channel', 'language', 'identity'] as const),
    ...([
      'contactReasons',
      'intent',
      'sentiment',
      'actionsTried',
      'facts',
      'consents',
      'disclosure',
    ] as const),
    ...(['summary', 'openQuestion', 'articles', 'guidance', 'transcript', 'attachments'] as const),
    ...(['previousContacts', 'control'] as const),
  ],
});
