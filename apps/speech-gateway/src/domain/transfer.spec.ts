import fc from 'fast-check';
import { BotMode, BotSpeechDropped, EndReason, Speaker, SpeechLeaseMoved, Verdict } from '@baton/contracts';
import {
  botSaid,
  callWithAgent,
  callWithBot,
  conversationId,
  dataOf,
  gate,
  names,
  turns,
} from '../testing/calls.js';
import type { Call } from './call.js';
import { endCall } from './end-call.js';
import { decisionArrived, gateExpired, replyArrived } from './gate.js';
import type { Outcome } from './outcome.js';
import { recordTurn } from './record-turn.js';
import { agentAccepted, announce, returnedToBot, sayAsAgent } from './transfer.js';

const accepted = { handoffId: 'handoff-1', agentId: 'agent-amira', connecting: 'Amira is here.' };
const accept = (call: Call) => agentAccepted(conversationId, call, accepted, 3_000);
const says = { agentId: 'agent-amira', leaseToken: 2, text: 'Hello, I am Amira.', redactedTypes: [] };

describe('an agent who accepted', () => {
  it('gets the lease before caller and agent hear each other', () => {
    const outcome = accept(callWithBot({ phase: 'waiting' }))!;
    expect(names(outcome)).toEqual(['SpeechLeaseMoved', 'TurnRecorded', 'CallerBridged']);
    expect(dataOf<SpeechLeaseMoved>(outcome, SpeechLeaseMoved)).toMatchObject({
      token: 2,
      agentId: 'agent-amira',
    });
    expect(outcome.call).toMatchObject({ phase: 'agent', handoffId: 'handoff-1', lease: { token: 2 } });
  });

  it('silences a reply that is still in the gate', () => {
    const waiting = callWithBot({
      gates: [{ ...gate, reply: { text: 'Also …', language: 'en', arrivedAt: 2_900 } }],
    });
    const outcome = accept(waiting)!;
    expect(botSaid(outcome)).toEqual([]);
    expect(dataOf<BotSpeechDropped>(outcome, BotSpeechDropped)).toMatchObject({
      leaseToken: 1,
      currentToken: 2,
    });
  });

  it('changes nothing the second time, or after the end', () => {
    expect(accept(callWithAgent())).toBeUndefined();
    expect(accept(callWithBot({ phase: 'ended' }))).toBeUndefined();
  });

  it('may speak, and nobody else', () => {
    const spoken = sayAsAgent(conversationId, callWithAgent(), says, 4_000);
    expect(turns(spoken)).toEqual([
      expect.objectContaining({ speaker: Speaker.SPEAKER_AGENT, agentId: 'agent-amira', leaseToken: 2 }),
    ]);
    const refused = expect.objectContaining({ code: 'no-lease' });
    expect(() =>
      sayAsAgent(conversationId, callWithAgent(), { ...says, agentId: 'agent-ben' }, 4_000),
    ).toThrow(refused);
    expect(() => sayAsAgent(conversationId, callWithAgent(), { ...says, leaseToken: 1 }, 4_000)).toThrow(
      refused,
    );
    expect(() => sayAsAgent(conversationId, callWithBot(), says, 4_000)).toThrow(refused);
  });
});

describe('a caller who goes back to the bot', () => {
  it('gives the bot a new lease', () => {
    const outcome = returnedToBot(conversationId, callWithAgent())!;
    expect(outcome.call).toMatchObject({ phase: 'bot', lease: { holder: 'bot', token: 3 } });
    expect(outcome.call).not.toHaveProperty('handoffId');
    expect(returnedToBot(conversationId, outcome.call)).toBeUndefined();
  });
});

/** Everything that can happen to a call, in any order and with any turn. */
type Happening = (call: Call, now: number) => Outcome | undefined;
const anyVerdict = fc.constantFrom(
  Verdict.VERDICT_CONTINUE,
  Verdict.VERDICT_CLARIFY,
  Verdict.VERDICT_OFFER_HUMAN,
  Verdict.VERDICT_ESCALATE,
);
const turnIndex = fc.nat(12);
const heard = (speaker: Speaker) => ({
  speaker,
  text: 'words',
  redactedTypes: [],
  asrConfidence: 1,
  language: 'en',
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.boolean().map(
    (keyed): Happening =>
      (call, now) =>
        recordTurn(conversationId, call, { ...heard(Speaker.SPEAKER_CUSTOMER), keyed, now }),
  ),
  fc.constant<Happening>((call, now) =>
    recordTurn(conversationId, call, { ...heard(Speaker.SPEAKER_BOT), keyed: false, now }),
  ),
  turnIndex.map(
    (index): Happening =>
      (call, now) =>
        replyArrived(conversationId, call, { turnIndex: index, text: 'answer', language: 'en' }, now),
  ),
  fc.tuple(turnIndex, anyVerdict, fc.constantFrom('', 'the pack says')).map(
    ([index, verdict, say]): Happening =>
      (call, now) =>
        decisionArrived(conversationId, call, { turnIndex: index, verdict, say, language: 'en' }, now),
  ),
  fc.constant<Happening>((call, now) => gateExpired(conversationId, call, now, 150)),
  fc.constant<Happening>((call, now) => announce(conversationId, call, 'You are number 2.', 'en', now)),
  fc.constant<Happening>((call, now) => sayAsAgent(conversationId, call, says, now)),
  fc.constant<Happening>((call) => accept(call)),
  fc.constant<Happening>((call) => returnedToBot(conversationId, call)),
  fc.constant<Happening>((call, now) =>
    endCall(conversationId, call, EndReason.END_REASON_CALLER_HUNG_UP, now),
  ),
);

/** A refusal changes nothing. */
function apply(happen: Happening, call: Call, now: number): Outcome {
  try {
    return happen(call, now) ?? { call, events: [] };
  } catch {
    return { call, events: [] };
  }
}

describe('the speech lease, whatever happens in whatever order', () => {
  const botModes = fc.constantFrom(BotMode.BOT_MODE_PACK, BotMode.BOT_MODE_EXTERNAL);
  const course = fc.array(fc.tuple(happening, fc.nat(400)), { maxLength: 60 });

  it('lets nobody speak for the company but its holder', () => {
    fc.assert(
      fc.property(botModes, course, (botMode, steps) => {
        let call = callWithBot({ botMode });
        let now = 1_000;
        for (const [happen, passed] of steps) {
          now += passed;
          const before = call;
          const outcome = apply(happen, call, now);
          call = outcome.call;
          for (const { speaker, leaseToken, agentId } of turns(outcome)) {
            if (speaker === Speaker.SPEAKER_BOT) {
              expect(before.lease.holder).toBe('bot');
              expect(leaseToken).toBe(before.lease.token);
            }
            if (speaker === Speaker.SPEAKER_AGENT)
              expect({ agentId, token: leaseToken }).toEqual(tokenOf(before));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('moves by one token each time and never back', () => {
    fc.assert(
      fc.property(course, (steps) => {
        let call = callWithBot();
        for (const [happen] of steps) {
          const outcome = apply(happen, call, 2_000);
          const moved = names(outcome).includes('SpeechLeaseMoved');
          expect(outcome.call.lease.token).toBe(call.lease.token + (moved ? 1 : 0));
          call = outcome.call;
        }
      }),
    );
  });

  it('numbers turns without a gap', () => {
    fc.assert(
      fc.property(botModes, course, (botMode, steps) => {
        let call = callWithBot({ botMode });
        const recorded: number[] = [];
        for (const [happen] of steps) {
          const outcome = apply(happen, call, 2_000);
          recorded.push(...turns(outcome).map(({ turnIndex: index }) => index));
          call = outcome.call;
        }
        expect(recorded).toEqual(recorded.map((_, position) => position + 3));
      }),
    );
  });
});

function tokenOf({ lease }: Call) {
  return { agentId: lease.agentId, token: lease.token };
}
