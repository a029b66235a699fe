import { BotAction, Speaker, type BotReplied, type TurnRecorded } from '@baton/contracts';
import { newConversation, type Conversation } from './conversation.js';
import { said } from './fold-call.js';
import { replied } from './fold-meaning.js';

const reply = (turnIndex: number, text: string): BotReplied => ({
  turnIndex,
  text,
  language: 'en',
  action: BotAction.BOT_ACTION_ANSWERED,
  intent: 'check_balance',
  slot: '',
  articleId: '',
});
const spoken = (replyToTurnIndex: number, text: string) =>
  ({
    turnIndex: replyToTurnIndex + 1,
    speaker: Speaker.SPEAKER_BOT,
    text,
    atMs: 1,
    agentId: '',
    replyToTurnIndex,
  }) as TurnRecorded;
const unheard = (conversation: Conversation) => conversation.actions.map(({ unheard }) => unheard);
const empty = newConversation('bank');

describe('what the caller got to hear of the bot', () => {
  it('is a reply that was spoken, in whichever order the two are known', () => {
    const [wanted, said3] = [reply(3, 'It is 12 euro.'), spoken(3, 'It is 12 euro.')];
    expect(unheard(said(replied(empty, wanted), said3))).toEqual([undefined]);
    expect(unheard(replied(said(empty, said3), wanted))).toEqual([undefined]);
  });

  it('is a reply that an offer was added to', () => {
    const both = said(
      replied(empty, reply(3, 'It is 12 euro.')),
      spoken(3, 'It is 12 euro. Shall I connect you?'),
    );
    expect(unheard(both)).toEqual([undefined]);
  });

  it('is not a reply that was held back for the sentence of the policy', () => {
    const held = said(
      replied(empty, reply(3, 'It is 12 euro.')),
      spoken(3, 'I am connecting you to a person.'),
    );
    expect(unheard(held)).toEqual(['It is 12 euro.']);
  });
});
