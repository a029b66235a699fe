import { resolve } from 'node:path';
import { BotAction, Channel, Customer, Decision, Priority, Speaker } from '@baton/contracts';
import { loadPack, type Pack } from '@baton/packs';
import { newConversation, type Action, type Conversation } from './conversation.js';
import { packetOf } from './packet.js';
import { timelineEntry } from './timeline.js';

const loaded = loadPack(resolve(import.meta.dirname, '../../../../packs/bank'));
if (!loaded.ok) throw new Error('the bank pack is broken');
const bank: Pack = { ...loaded.value, compliance: { ...loaded.value.compliance, dataResidency: ['GB'] } };
const turn = (turnIndex: number, speaker: Speaker, text: string) => ({
  turnIndex,
  speaker,
  text,
  at: turnIndex,
  agentId: '',
  replyTo: -1,
});
const asked = (turnIndex: number, result: Action['result'], slot = 'card_last4'): Action => ({
  turnIndex,
  action: BotAction.BOT_ACTION_ASKED_SLOT,
  intent: 'check_balance',
  slot,
  articleId: '',
  result,
});
const known: Conversation = {
  ...newConversation('bank'),
  channel: Channel.CHANNEL_PHONE,
  language: 'en',
  turns: [
    turn(1, Speaker.SPEAKER_CUSTOMER, 'what do I have left'),
    turn(2, Speaker.SPEAKER_BOT, 'Which card?'),
    turn(3, Speaker.SPEAKER_CUSTOMER, 'the one ending in [NUMBER]'),
  ],
};
const packet = (changes: Partial<Conversation> = {}, earlier: Parameters<typeof packetOf>[4] = []) =>
  packetOf('call-1', { ...known, ...changes }, Customer.fromPartial({}), bank, earlier);

describe('the slots of a packet', () => {
  it('hold the words that answered, once the answer was of use', () => {
    expect(packet({ actions: [asked(1, 'accepted')] }).slots).toEqual([
      {
        name: 'card_last4',
        intent: 'check_balance',
        value: 'the one ending in [NUMBER]',
        status: 'satisfied',
        turnIndex: 1,
      },
    ]);
  });

  it('stand open until answered, and failed where the caller left them', () => {
    const statusOf = (result: Action['result']) => packet({ actions: [asked(1, result)] }).slots[0]?.status;
    expect(['open', 'left', 'rejected'].map((result) => statusOf(result as Action['result']))).toEqual([
      'pending',
      'failed',
      'failed',
    ]);
  });

  it('tell only the newest question for each, and none the caller did not hear', () => {
    const twice = [asked(1, 'rejected'), asked(3, 'open')];
    expect(packet({ actions: twice }).slots.map(({ turnIndex }) => turnIndex)).toEqual([3]);
    expect(packet({ actions: [{ ...asked(1, 'open'), unheard: 'Which card?' }] }).slots).toEqual([]);
  });
});

describe('the intents of a packet', () => {
  const answer = (intent: string, result: Action['result']): Action => ({
    ...asked(1, result, ''),
    action: BotAction.BOT_ACTION_ANSWERED,
    intent,
  });
  const intents = [{ turnIndex: 1, intent: 'check_balance', confidence: 0.8 }];

  it('are satisfied by an answer that was of use, failed by one that was not', () => {
    const status = (actions: Action[]) => packet({ intents, actions }).contactReasons[0];
    expect(status([answer('check_balance', 'accepted')])).toMatchObject({
      status: 'satisfied',
      confidence: 0.8,
    });
    expect(status([answer('check_balance', 'rejected')])?.status).toBe('failed');
    expect(status([])?.status).toBe('pending');
  });

  it('stand open where the caller escalated with them, whatever came before', () => {
    const decision = Decision.fromPartial({ turnIndex: 1 });
    const reasons = packet({ intents, decision, actions: [answer('check_balance', 'accepted')] });
    expect(reasons.contactReasons[0]?.status).toBe('pending');
  });
});

describe('what a packet asks of the receiver', () => {
  const decision = Decision.fromPartial({
    skills: ['fraud'],
    language: 'es',
    priority: Priority.PRIORITY_URGENT,
  });
  const handoff = { id: 'h-1', state: 'queued', queue: 'fraud', agentId: '' };

  it('is nothing before an escalation, then skills, language, priority and the service level of the queue', () => {
    expect(packet({ decision }).routing).toBeUndefined();
    expect(packet({ decision, handoff }).routing).toEqual({
      skills: ['fraud'],
      language: 'es',
      priority: Priority.PRIORITY_URGENT,
      queue: 'fraud',
      serviceLevelSeconds: 20,
      serviceLevelPercent: 80,
    });
  });

  it('says how long it is kept: from its end on, under the law of the call', () => {
    const day = 86_400_000;
    expect(packet({ jurisdiction: 'ES', endedAt: day }).retention).toEqual({
      conversationDays: 365,
      decisionsDays: 2555,
      deleteAfterMs: 366 * day,
      jurisdiction: 'ES',
      residency: ['GB'],
    });
    expect(packet().retention).toMatchObject({ deleteAfterMs: 0, jurisdiction: 'GB' });
  });
});

describe('earlier conversations in a packet', () => {
  it('say why the customer was here, by titles, and how it ended', () => {
    const past: Conversation = {
      ...known,
      startedAt: 7,
      intents: [
        { turnIndex: 1, intent: 'check_balance' },
        { turnIndex: 3, intent: 'check_balance' },
      ],
    };
    const handoff = { id: 'h-0', state: 'completed', queue: 'fraud', agentId: 'a-1' };
    const told = [timelineEntry('call-0', { ...past, handoff }, bank), timelineEntry('call-00', past, bank)];
    expect(packet({}, told).previousContacts).toEqual(told);
    expect(told.map(({ conversationId, handoffState }) => [conversationId, handoffState])).toEqual([
      ['call-0', 'completed'],
      ['call-00', ''],
    ]);
    expect(told[0]).toMatchObject({ startedAtMs: 7, contactReasons: ['Check a balance'], summary: '' });
  });
});
