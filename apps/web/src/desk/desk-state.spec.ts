import { decodeLiveMessage } from '../api/live-message.js';
import type { LiveMessage } from '../api/live-message.js';
import { decodeHandoff } from '../api/decode-workforce.js';
import { emptyDesk, withNews, type DeskState } from './desk-state.js';

const message = (value: object): LiveMessage => {
  const decoded = decodeLiveMessage(value);
  if (!decoded) throw new Error('not a live message');
  return decoded;
};
const handoff = (state: string, agentId = '', more: object = {}) => ({
  handoffId: 'h-1',
  conversationId: 'c-1',
  state,
  agentId,
  priority: 'urgent',
  requestedAtMs: 1,
  deadlineAtMs: 20_000,
  ...more,
});
const me = { agentId: 'agent-a', name: 'A', presence: 'available' };
const packet = (revision: number, ...texts: string[]) => ({
  conversationId: 'c-1',
  revision,
  transcript: texts.map((text, turnIndex) => ({ turnIndex, speaker: 'customer', text })),
});
const desk = (...news: object[]): DeskState =>
  news.map(message).reduce(withNews, withNews(emptyDesk, message({ type: 'hello', agent: me })));
const offered = {
  type: 'offer',
  handoff: handoff('offered', 'agent-a'),
  conversationId: 'c-1',
  packet: packet(1, 'help'),
};

describe('the desk', () => {
  it('rings with packet and transcript when an offer comes', () => {
    const { current } = desk(offered);
    expect(current?.handoff.state).toBe('offered');
    expect(current?.packet?.revision).toBe(1);
    expect(current?.turns.map(({ text }) => text)).toEqual(['help']);
  });

  it('rings without a packet too, and takes the packet when it comes', () => {
    const bare = { ...offered, packet: null };
    expect(desk(bare).current?.packet).toBeUndefined();
    expect(
      desk(bare, { type: 'packet', conversationId: 'c-1', packet: packet(2, 'help') }).current?.packet
        ?.revision,
    ).toBe(2);
  });

  it('keeps the newer packet and what was said meanwhile', () => {
    const state = desk(
      offered,
      { type: 'packet', conversationId: 'c-1', packet: packet(3, 'help', 'more') },
      {
        type: 'turn',
        conversationId: 'c-1',
        turn: { index: 2, speaker: 'agent', text: 'hello', agentId: 'agent-a' },
      },
      { type: 'packet', conversationId: 'c-1', packet: packet(2, 'help') },
    );
    expect(state.current?.packet?.revision).toBe(3);
    expect(state.current?.turns.map(({ text }) => text)).toEqual(['help', 'more', 'hello']);
  });

  it('stops ringing when the offer is gone, but never drops a call that was accepted', () => {
    const gone = { type: 'offer-gone', handoffId: 'h-1', reason: 'timed-out' };
    expect(desk(offered, gone).current).toBeUndefined();
    expect(
      desk(offered, { type: 'handoff', handoff: handoff('bridged', 'agent-a') }, gone).current,
    ).toBeDefined();
  });

  it('follows the call to its end and is free again', () => {
    const states = ['accepted', 'briefing', 'bridged', 'wrap-up'];
    for (const state of states) {
      expect(
        desk(offered, { type: 'handoff', handoff: handoff(state, 'agent-a') }).current?.handoff.state,
      ).toBe(state);
    }
    const done = desk(offered, { type: 'handoff', handoff: handoff('completed', 'agent-a') });
    expect(done.current).toBeUndefined();
    expect(done.queue).toEqual([]);
  });

  it('is not set back by an answer or a message that was overtaken', () => {
    const bridged = desk(offered, { type: 'handoff', handoff: handoff('bridged', 'agent-a') });
    const late = withNews(bridged, {
      type: 'answered',
      handoff: decodeHandoff(handoff('accepted', 'agent-a')),
    });
    expect(late.current?.handoff.state).toBe('bridged');
    expect(desk(offered, { type: 'handoff', handoff: handoff('queued') }).current).toBeDefined();
  });

  it('stops ringing when I rejected, and begins no call with a late answer', () => {
    const answer = { type: 'answered', handoff: decodeHandoff(handoff('queued')) } as const;
    expect(withNews(desk(offered), answer).current).toBeUndefined();
    const accepted = { type: 'answered', handoff: decodeHandoff(handoff('accepted', 'agent-a')) } as const;
    expect(withNews(desk(), accepted).current).toBeUndefined();
  });

  it('leaves the calls of others in the queue only', () => {
    const state = desk({ type: 'handoff', handoff: handoff('bridged', 'agent-b') });
    expect(state.current).toBeUndefined();
    expect(state.queue).toHaveLength(1);
  });

  it('lets an older list take no fresh offer away, and a newer one end a stale call', () => {
    const older = [decodeHandoff(handoff('queued'))];
    expect(withNews(desk(offered), { type: 'queue', handoffs: older, nowMs: 10_000 }).current).toBeDefined();
    expect(
      withNews(desk(offered), { type: 'queue', handoffs: older, nowMs: 30_000 }).current,
    ).toBeUndefined();
    const talking = desk(offered, { type: 'handoff', handoff: handoff('bridged', 'agent-a') });
    expect(withNews(talking, { type: 'queue', handoffs: [], nowMs: 10_000 }).current).toBeUndefined();
  });

  it('shows what two agents tell each other, once and in order, to the one who asks and the one who is asked', () => {
    const line = (handoffId: string, index: number, text: string) => ({
      type: 'consult',
      lines: [{ handoffId, index, fromAgentId: 'agent-b', text }],
    });
    const transfer = { kind: 'consult', nextHandoffId: 'h-2', phase: 'consulting', agentId: 'agent-b' };
    const asks = { type: 'handoff', handoff: handoff('bridged', 'agent-a', { transfer }) };
    const heard = desk(asks, line('h-2', 1, 'second'), line('h-2', 0, 'first'), line('h-2', 1, 'second'));
    expect(heard.current?.consult.map(({ text }) => text)).toEqual(['first', 'second']);
    expect(desk(asks, line('h-9', 0, 'not mine')).current?.consult).toEqual([]);
    const asked = { type: 'handoff', handoff: handoff('consulting', 'agent-a') };
    expect(desk(asked, line('h-1', 0, 'may I?')).current?.consult).toHaveLength(1);
  });

  it('takes the answer to a click for older than a live message that overtook it', () => {
    const transfer = (phase: string) => ({
      kind: 'consult',
      nextHandoffId: 'h-2',
      phase,
      agentId: 'agent-b',
    });
    const at = (revision: number, phase: string) =>
      handoff('bridged', 'agent-a', { revision, transfer: transfer(phase) });
    const joined = desk({ type: 'handoff', handoff: at(8, 'conference') });
    const answered = withNews(joined, { type: 'answered', handoff: decodeHandoff(at(7, 'settling')) });
    expect(answered.current?.handoff.transfer?.phase).toBe('conference');
  });

  it('goes from the consult into the call, which a late message of the consult does not undo', () => {
    const states = ['consulting', 'accepted', 'bridged', 'consulting'];
    const state = desk(
      offered,
      ...states.map((at) => ({ type: 'handoff', handoff: handoff(at, 'agent-a') })),
    );
    expect(state.current?.handoff.state).toBe('bridged');
  });

  it('does not mix what was said before a callback with what is said now', () => {
    const before = { ...packet(1, 'old words'), conversationId: 'c-0' };
    const state = desk({ ...offered, packet: before });
    expect(state.current?.packet?.conversationId).toBe('c-0');
    expect(state.current?.turns).toEqual([]);
  });
});
