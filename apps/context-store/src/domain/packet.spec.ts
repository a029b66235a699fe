import { resolve } from 'node:path';
import { BotAction, Channel, ConsentState, Speaker, Customer } from '@baton/contracts';
import { loadPack, type Pack } from '@baton/packs';
import { newConversation, type Conversation } from './conversation.js';
import { packetOf } from './packet.js';

const loaded = loadPack(resolve(import.meta.dirname, '../../../../packs/bank'));
const bank: Pack = loaded.ok ? loaded.value : assertNoFaults(loaded.error);
const customer = Customer.fromPartial({ name: 'Jordan Blake', crmNote: 'VIP' });
const turn = (turnIndex: number, speaker: Speaker, text: string) => ({
  replyTo: -1,
  turnIndex,
  speaker,
  text,
  at: turnIndex,
  agentId: '',
});
const action = (turnIndex: number, kind: BotAction, slot = '') => ({
  turnIndex,
  action: kind,
  intent: 'check_balance',
  slot,
  articleId: '',
  result: 'open' as const,
});
const conversation: Conversation = {
  ...newConversation('bank'),
  channel: Channel.CHANNEL_PHONE,
  language: 'en',
  turns: [
    turn(2, Speaker.SPEAKER_BOT, 'How can I help?'),
    turn(3, Speaker.SPEAKER_CUSTOMER, 'My card is gone'),
  ],
  intents: [
    { turnIndex: 3, intent: 'check_balance' },
    { turnIndex: 5, intent: 'check_balance' },
    { turnIndex: 7, intent: 'x_unknown' },
  ],
  actions: [
    action(2, BotAction.BOT_ACTION_GREETED),
    action(3, BotAction.BOT_ACTION_ASKED_SLOT, 'card_last4'),
  ],
  consents: { recording: { state: ConsentState.CONSENT_STATE_GRANTED, noticeVersion: '1' } },
};
const packet = (changes: Partial<Conversation> = {}) =>
  packetOf('call-1', { ...conversation, ...changes }, customer, bank);

describe('the packet', () => {
  it('names what the caller wants once each, by its title', () => {
    expect(packet().contactReasons).toMatchObject([
      { intent: 'check_balance', title: 'Check a balance', turnIndex: 3 },
      { intent: 'x_unknown', title: 'x_unknown', turnIndex: 7 },
    ]);
  });

  it('tells what the bot tried, in words, without its pleasantries', () => {
    expect(packet().actionsTried.map((tried) => tried.action)).toEqual(['asked-slot card_last4']);
  });

  it('leaves out what the bot was not let say', () => {
    const held = { ...action(5, BotAction.BOT_ACTION_ANSWERED), unheard: 'It is 12 euro.' };
    expect(packet({ actions: [held] }).actionsTried).toEqual([]);
  });

  it('is of use before there is any help: the open question is what the customer said last', () => {
    expect(packet()).toMatchObject({
      openQuestion: 'My card is gone',
      summary: '',
      articles: [],
      guidance: [],
    });
  });

  it('says what was agreed to in words', () => {
    expect(packet().consents).toMatchObject([{ purpose: 'recording', state: 'granted', noticeVersion: '1' }]);
  });

  it('carries who calls and what was said', () => {
    expect(packet()).toMatchObject({ customer, transcript: [{ turnIndex: 2 }, { turnIndex: 3, atMs: 3 }] });
  });
});

function assertNoFaults(faults: readonly { readonly message: string }[]): never {
  throw new Error(faults.map(({ message }) => message).join('\n'));
}
