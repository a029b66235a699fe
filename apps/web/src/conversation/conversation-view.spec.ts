import fc from 'fast-check';
import type { LiveEvent } from '../api/model.js';
import { emptyView, withEvent, withMessage } from './conversation-view.js';

let time = 0;
const event = (name: string, data: Record<string, unknown>): LiveEvent => {
  time += 1;
  return { id: `e-${time}`, type: `baton.x.v1.${name}`, timeMs: time, source: 'x', data };
};
const call = [
  event('ConversationStarted', {}),
  event('TurnRecorded', { speaker: 'SPEAKER_BOT', text: 'hello' }),
  event('TurnRecorded', { turnIndex: 1, speaker: 'SPEAKER_CUSTOMER', text: 'fraud' }),
  event('EscalationDecided', {
    handoffId: 'h-1',
    decision: { verdict: 'VERDICT_ESCALATE', reasons: ['fraud'] },
  }),
  event('HandoffQueued', { queue: 'fraud', position: 1, expectedWaitSeconds: 40 }),
  event('HandoffOffered', {
    handoffId: 'h-1',
    agentId: 'agent-a',
    reservationToken: '3',
    offerExpiresAtMs: '99',
  }),
  event('HandoffAccepted', { agentId: 'agent-a' }),
  event('HandoffConnected', { agentId: 'agent-a', timeToHumanMs: '1500' }),
  event('ConversationEnded', { reason: 'END_REASON_AGENT_FINISHED' }),
  event('HandoffCompleted', { agentId: 'agent-a', disposition: 'resolved' }),
];
const upTo = (count: number) => call.slice(0, count).reduce(withEvent, emptyView);

describe('a watched conversation', () => {
  it.each([
    [1, 'bot'],
    [3, 'bot'],
    [5, 'waiting'],
    [6, 'offered'],
    [7, 'agent'],
    [9, 'ended'],
  ])('after %i events is %s', (count, phase) => {
    expect(upTo(count).phase).toBe(phase);
  });

  it('knows the offer by number though 64-bit numbers come as text', () => {
    expect(upTo(6)).toMatchObject({ reservationToken: 3, offerExpiresAtMs: 99, agentId: 'agent-a' });
  });

  it('goes back to waiting when the offer runs out', () => {
    const back = withEvent(upTo(6), event('HandoffOfferTimedOut', { agentId: 'agent-a' }));
    expect(back).toMatchObject({ phase: 'waiting', agentId: '' });
  });

  it('keeps every event once and in order of time, however they come', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(call),
        fc.shuffledSubarray(call, { minLength: call.length }),
        (some, all) => {
          const { events, phase } = [...some, ...all].reduce(withEvent, emptyView);
          expect(events).toEqual(call);
          expect(phase).toBe('ended');
        },
      ),
    );
  });

  it('has each turn once, whether it came as a turn or as an event', () => {
    const turn = { index: 0, speaker: 'bot', text: 'hello', at: 1, agentId: '' } as const;
    const view = withMessage(upTo(3), { type: 'turn', conversationId: 'c', turn });
    expect(view.turns.map(({ index }) => index)).toEqual([0, 1]);
  });
});
