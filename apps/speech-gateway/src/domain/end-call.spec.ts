import { ConversationEnded, EndReason } from '@baton/contracts';
import { callWithAgent, callWithBot, conversationId, dataOf, gate } from '../testing/calls.js';
import { idleLimitMs, idleLimitOfMessagesMs, nextDeadline } from './call.js';
import { endCall, legLeft } from './end-call.js';

describe('the end of a call', () => {
  it.each([callWithBot({ gates: [gate] }), callWithBot({ phase: 'waiting' }), callWithAgent()])(
    'is told once, from wherever the caller was',
    (call) => {
      const ended = endCall(conversationId, call, EndReason.END_REASON_CALLER_HUNG_UP, 9_000);
      expect(dataOf<ConversationEnded>(ended, ConversationEnded)).toEqual({
        reason: EndReason.END_REASON_CALLER_HUNG_UP,
        endedAtMs: 9_000,
      });
      expect(ended!.call).toMatchObject({ phase: 'ended', gates: [] });
      expect(endCall(conversationId, ended!.call, EndReason.END_REASON_IDLE, 9_001)).toBeUndefined();
    },
  );

  it('comes with the leg the caller is on, and not with one they left before', () => {
    const moved = callWithBot({ leg: { number: 2, contactRef: 'ref' } });
    expect(legLeft(conversationId, moved, 1, 9_000)).toBeUndefined();
    expect(legLeft(conversationId, moved, 2, 9_000)?.call.phase).toBe('ended');
    expect(legLeft(conversationId, callWithBot(), 1, 9_000)?.call.phase).toBe('ended');
  });

  it('is later where callers write messages', () => {
    const moved = callWithBot({ leg: { number: 2, contactRef: 'ref' } });
    expect(nextDeadline(moved, 150)).toBe(1_000 + idleLimitOfMessagesMs);
  });

  it('leaves no deadline behind', () => {
    expect(nextDeadline(callWithBot({ phase: 'ended' }), 150)).toBeUndefined();
  });
});

describe('when a call wants to be looked at again', () => {
  const reply = { text: 'Your balance is …', language: 'en', arrivedAt: 5_000 };

  it('is the first gate that waits for its decision', () => {
    const call = callWithBot({
      gates: [
        { ...gate, reply },
        { ...gate, turnIndex: 5, reply: { ...reply, arrivedAt: 6_000 } },
      ],
    });
    expect(nextDeadline(call, 150)).toBe(5_150);
  });

  it('is the idle limit where nothing waits', () => {
    expect(nextDeadline(callWithBot({ gates: [gate] }), 150)).toBe(1_000 + idleLimitMs);
  });
});
