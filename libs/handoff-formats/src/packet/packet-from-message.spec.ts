import { handoffPacketSchema } from './handoff-packet.js';
import { packetFromMessage } from './packet-from-message.js';
import type { PacketMessage } from './packet-message.js';

const nothingKnown: PacketMessage = {
  conversationId: 'c-1',
  handoffId: '',
  revision: 0,
  tenantId: 'bank',
  channel: 'CHANNEL_UNSPECIFIED',
  customer: undefined,
  contactReasons: [],
  decision: undefined,
  sentiment: [],
  actionsTried: [],
  consents: [],
  aiDisclosed: false,
  transcript: [],
  summary: '',
  openQuestion: '',
  suggestedFirstSentence: '',
  articles: [],
  language: '',
  startedAtMs: 0,
  guidance: [],
  slots: [],
  attachments: [],
  routing: undefined,
  retention: undefined,
  previousContacts: [],
  disclosure: undefined,
  handoffState: '',
  agentId: '',
  endedAtMs: 0,
};
const reason = (intent: string, status: string) => ({
  intent,
  title: intent,
  turnIndex: 1,
  confidence: 0.5,
  status,
});

describe('the packet of the context service as its published form', () => {
  it('is valid before anything is known, and leaves out what is not', () => {
    const packet = packetFromMessage(nothingKnown);
    expect(handoffPacketSchema.parse(packet)).toEqual(packet);
    expect(packet).not.toHaveProperty('handoffId');
    expect(packet.identity).toEqual({ known: false, contactsLast30d: 0, assurance: 'none' });
    expect(packet.control).toEqual({ verb: 'NONE' });
  });

  it('names channel, speaker, verdict and priority as people do', () => {
    const packet = packetFromMessage({
      ...nothingKnown,
      channel: 'CHANNEL_WHATSAPP',
      transcript: [
        { turnIndex: 0, speaker: 'SPEAKER_BOT', text: 'hi', atMs: 1_800_000_000_000, agentId: '' },
      ],
      routing: {
        skills: ['fraud'],
        language: 'en',
        priority: 'PRIORITY_URGENT',
        queue: '',
        serviceLevelSeconds: 0,
        serviceLevelPercent: 0,
      },
    });
    expect(packet.channel).toBe('whatsapp');
    expect(packet.transcript.turns).toEqual([
      { turnIndex: 0, speaker: 'bot', text: 'hi', at: '2027-01-15T08:00:00.000Z' },
    ]);
    expect(packet.routing).toEqual({ skills: ['fraud'], language: 'en', priority: 'urgent' });
    expect(handoffPacketSchema.parse(packet)).toEqual(packet);
  });

  it.each([
    ['requested', 'PROPOSE'],
    ['accepted', 'ACCEPT'],
    ['bridged', 'ASSUME'],
    ['returned-to-bot', 'RETURN'],
    ['failed', 'REJECT'],
  ])('says of a handoff that is %s: %s', (handoffState, verb) => {
    expect(packetFromMessage({ ...nothingKnown, handoffState }).control).toEqual({
      verb,
      state: handoffState,
    });
  });

  it('has as its current intent the newest that stands open', () => {
    const current = (...statuses: string[]) =>
      packetFromMessage({
        ...nothingKnown,
        contactReasons: statuses.map((status, index) => reason(`i${index}`, status)),
      }).intent.current;
    expect(current('pending', 'satisfied')).toBe('i0');
    expect(current('satisfied', 'failed')).toBe('i1');
    expect(current()).toBeUndefined();
  });

  it.each([
    [[0.5], 'unknown'],
    [[0.5, -0.5], 'falling'],
    [[-0.5, 0, 0.5], 'rising'],
    [[0.1, 0, 0.15], 'steady'],
  ])('tells where the mood goes: %j %s', (polarities, trend) => {
    const sentiment = polarities.map((polarity, turnIndex) => ({
      turnIndex,
      affect: { polarity, frustration: 0, confusion: 0, urgency: 0, sarcasm: false },
    }));
    expect(packetFromMessage({ ...nothingKnown, sentiment }).sentiment.trend).toBe(trend);
  });
});
