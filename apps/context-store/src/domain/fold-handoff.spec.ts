import { newConversation, type Conversation } from './conversation.js';
import { handoffMoved } from './fold-handoff.js';

const moves = (...steps: [string, string, Parameters<typeof handoffMoved>[3]?][]): Conversation =>
  steps.reduce(
    (conversation, [id, state, known]) => handoffMoved(conversation, id, state, known),
    newConversation('bank'),
  );

describe('the handoff of a conversation', () => {
  it('keeps its queue and its agent while it moves on', () => {
    const { handoff } = moves(
      ['h-1', 'queued', { queue: 'fraud' }],
      ['h-1', 'offered', { agentId: 'agent-amira' }],
      ['h-1', 'bridged'],
    );
    expect(handoff).toEqual({ id: 'h-1', state: 'bridged', queue: 'fraud', agentId: 'agent-amira' });
  });

  it('loses its agent when the offer comes back', () => {
    const offered = moves(
      ['h-1', 'queued', { queue: 'fraud' }],
      ['h-1', 'offered', { agentId: 'agent-amira' }],
    );
    expect(handoffMoved(offered, 'h-1', 'queued', { agentId: '' }).handoff).toMatchObject({
      state: 'queued',
      agentId: '',
      queue: 'fraud',
    });
  });

  it.each(['completed', 'abandoned', 'failed', 'returned-to-bot', 'callback-scheduled'])(
    'is final once it is %s',
    (state) => {
      const final = moves(['h-1', state]);
      expect(handoffMoved(final, 'h-1', 'queued')).toBe(final);
    },
  );

  it('makes room for the next one', () => {
    expect(moves(['h-1', 'returned-to-bot', { queue: 'fraud' }], ['h-2', 'requested']).handoff).toEqual({
      id: 'h-2',
      state: 'requested',
      queue: '',
      agentId: '',
    });
  });
});
