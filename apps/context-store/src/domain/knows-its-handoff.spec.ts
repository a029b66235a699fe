import { Channel, Speaker, Verdict, type Decision } from '@baton/contracts';
import { newConversation, type Conversation } from './conversation.js';
import { knowsItsHandoff } from './knows-its-handoff.js';

const whole: Conversation = {
  ...newConversation('bank'),
  channel: Channel.CHANNEL_PHONE,
  handoff: { id: 'h-1', state: 'queued', queue: 'fraud', agentId: '' },
  decision: { turnIndex: 3, verdict: Verdict.VERDICT_ESCALATE } as Decision,
  turns: [{ turnIndex: 3, speaker: Speaker.SPEAKER_CUSTOMER, text: 'help', at: 1, agentId: '', replyTo: -1 }],
  assist: {
    revision: 1,
    summary: '',
    openQuestion: '',
    suggestedFirstSentence: '',
    articles: [],
    guidance: [],
  },
};

describe('a conversation that goes to a person', () => {
  it('is whole with its beginning, its deciding turn and its help', () => {
    expect(knowsItsHandoff(whole)).toBe(true);
    expect(knowsItsHandoff(newConversation('bank'))).toBe(true);
  });

  it.each(['channel', 'decision', 'assist'] as const)('is not whole without its %s', (part) => {
    const { [part]: _left, ...rest } = whole;
    expect(knowsItsHandoff(rest)).toBe(false);
  });

  it('is not whole before the turn that decided is there', () => {
    expect(knowsItsHandoff({ ...whole, turns: [] })).toBe(false);
  });
});
