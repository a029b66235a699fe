import { HandoffKind, TransferOutcome } from '@baton/contracts';
import { newConversation, type Conversation } from './conversation.js';
import { backToHandoff, consultBegun, consultHandedOver, handoffMoved } from './fold-handoff.js';
import { passedOn, returned } from './fold-notes.js';

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

  it('stays the newest one when the agent before writes up late', () => {
    const passedOn = moves(['h-1', 'bridged'], ['h-2', 'queued', { queue: 'cards' }]);
    expect(handoffMoved(passedOn, 'h-1', 'wrap-up')).toBe(passedOn);
    expect(handoffMoved(passedOn, 'h-1', 'completed').handoff?.id).toBe('h-2');
  });

  it('stays with the agent while a colleague is only asked, and follows when the colleague takes the caller', () => {
    const kind = HandoffKind.HANDOFF_KIND_CONSULT;
    const asked = consultBegun(moves(['h-1', 'bridged', { agentId: 'agent-amira' }]), { ...wish, kind });
    const rings = handoffMoved(asked, 'h-2', 'offered', { agentId: 'agent-jonas' });
    expect(rings.handoff).toMatchObject({ id: 'h-1', agentId: 'agent-amira' });
    const outcome = TransferOutcome.TRANSFER_OUTCOME_TRANSFERRED;
    const settled = { ...wish, nextAgentId: 'agent-jonas', outcome };
    const taken = consultHandedOver(rings, settled);
    expect(taken.handoff).toMatchObject({ id: 'h-2', agentId: 'agent-jonas' });
    expect(handoffMoved(taken, 'h-1', 'wrap-up')).toBe(taken);
    const failed = { handoffId: 'h-2', state: 'failed', previousHandoffId: 'h-1' };
    expect(backToHandoff(taken, failed).handoff).toMatchObject({ id: 'h-1', state: 'bridged' });
  });
});

describe('what agents write for whoever comes next', () => {
  it('is kept once, with the occasion; what is empty is not', () => {
    const given = {
      handoffId: 'h-1',
      agentId: 'agent-amira',
      reason: '',
      note: 'Frozen.',
      slots: { pin: 'no' },
    };
    const noted = returned(passedOn(newConversation('bank'), wish), given);
    expect(noted.notes).toMatchObject([
      { occasion: 'transfer', text: 'Wants a limit.' },
      { occasion: 'returned-to-bot', text: 'Frozen.', slots: { pin: 'no' } },
    ]);
    expect(returned(noted, given)).toBe(noted);
    expect(returned(noted, { ...given, handoffId: 'h-3', note: '', slots: {} })).toBe(noted);
  });
});

const wish = {
  handoffId: 'h-1',
  agentId: 'agent-amira',
  nextHandoffId: 'h-2',
  kind: HandoffKind.HANDOFF_KIND_TRANSFER,
  queue: 'cards',
  targetAgentId: '',
  note: 'Wants a limit.',
};
