import fc from 'fast-check';
import { CallerBridged, EndReason, Speaker, SpeechLeaseMoved } from '@baton/contracts';
import { bank, callWithAgent, callWithBot, conversationId, dataOf, names, turns } from '../testing/calls.js';
import { isKeptWaiting, maxParticipants, nextDeadline, reassureAfterMs, type Call } from './call.js';
import { endCall } from './end-call.js';
import { holdCaller, resumeCaller } from './hold.js';
import { leaveMessage } from './leave-message.js';
import type { Outcome } from './outcome.js';
import { passOn } from './pass-on.js';
import { reassure } from './reassure.js';
import { recordTurn } from './record-turn.js';
import { notAnswered, pickedUp, ring } from './ring.js';
import { backToAgent, handedOver, joined, participantLeft } from './settle.js';
import { transferSentence } from './transfer-sentences.js';
import { agentAccepted, announce, returnedToBot, sayAsAgent } from './transfer.js';

const amira = { agentId: 'agent-amira', handoffId: 'handoff-1' };
const ben = { agentId: 'agent-ben', handoffId: 'handoff-2' };
const wish = { ...amira, nextHandoffId: ben.handoffId };
const toBen = { from: amira.handoffId, next: ben };
const says = (agentId: string, leaseToken: number) => ({
  agentId,
  leaseToken,
  text: 'words',
  redactedTypes: [],
});
const refused = (code: string) => expect.objectContaining({ code }) as Error;
const customerSays = {
  speaker: Speaker.SPEAKER_CUSTOMER,
  text: 'hello?',
  redactedTypes: [],
  asrConfidence: 1,
  language: 'en',
  keyed: false,
};

const held = () => holdCaller(conversationId, callWithAgent(), wish, 'One moment.', 3_000)!.call;

describe('an agent who passes the caller on', () => {
  const passed = passOn(conversationId, callWithAgent(), wish, 'You go to a colleague.', 3_000)!;

  it('loses the lease with the same write that tells the caller; nobody has it until the next is there', () => {
    expect(names(passed)).toEqual(['SpeechLeaseMoved', 'TurnRecorded']);
    expect(passed.call).toMatchObject({
      phase: 'waiting',
      handoffId: 'handoff-2',
      lease: { holder: 'nobody', token: 3 },
    });
    expect(() => sayAsAgent(conversationId, passed.call, says('agent-amira', 2), 4_000)).toThrow(
      refused('no-lease'),
    );
    expect(() => sayAsAgent(conversationId, passed.call, says('agent-amira', 3), 4_000)).toThrow(
      refused('no-lease'),
    );
    const accepted = { ...ben, connecting: 'Ben is here.' };
    expect(agentAccepted(conversationId, passed.call, accepted, 5_000)!.call.lease).toEqual({
      holder: 'agent',
      token: 4,
      agentId: 'agent-ben',
    });
  });

  it('is nobody but the one who has the caller', () => {
    expect(
      passOn(conversationId, callWithAgent(), { ...wish, agentId: 'agent-ben' }, '', 3_000),
    ).toBeUndefined();
    expect(passOn(conversationId, callWithBot(), wish, '', 3_000)).toBeUndefined();
    expect(passOn(conversationId, passed.call, wish, '', 3_000)).toBeUndefined();
  });
});

describe('races real products have hit (reliability.md §2), at the live leg', () => {
  it('2: the merge fails: the caller is off hold and with the first agent, who still has the lease', () => {
    const failed = { handoffId: ben.handoffId, previous: amira };
    const back = backToAgent(conversationId, held(), failed, 'With you again.', 9_000)!;
    expect(back.call).not.toHaveProperty('hold');
    expect(back.call.lease).toMatchObject({ agentId: 'agent-amira', token: 2 });
    expect(names(back)).toEqual(['CallerResumed', 'TurnRecorded']);
  });

  it('2: the merge came about after it was given up: the caller goes back to the first agent all the same', () => {
    const late = handedOver(conversationId, held(), toBen, '', 9_000)!.call;
    expect(late.lease.agentId).toBe('agent-ben');
    const failed = { handoffId: ben.handoffId, previous: amira };
    const back = backToAgent(conversationId, late, failed, 'With you again.', 12_000)!.call;
    expect(back).toMatchObject({
      handoffId: 'handoff-1',
      lease: { agentId: 'agent-amira', token: late.lease.token + 1 },
    });
  });

  it('3: on hold the caller hears no agent, and what the caller says is marked as said on hold', () => {
    expect(() => sayAsAgent(conversationId, held(), says('agent-amira', 2), 4_000)).toThrow(
      refused('on-hold'),
    );
    const [turn] = turns(recordTurn(conversationId, held(), { ...customerSays, now: 4_000 }));
    expect(turn).toMatchObject({ onHold: true });
    const back = resumeCaller(
      conversationId,
      held(),
      { consultHandoffId: 'handoff-2', reason: '', say: '' },
      5_000,
    )!;
    expect(
      turns(recordTurn(conversationId, back.call, { ...customerSays, now: 6_000 }))[0],
    ).not.toHaveProperty('onHold');
  });

  it('6: after a takeover neither bot nor agent is heard, whatever token they still hold', () => {
    const supervisor = { agentId: 'agent-helen', handoffId: 'handoff-3', connecting: '', takesOver: true };
    const taken = agentAccepted(conversationId, held(), supervisor, 5_000)!.call;
    expect(taken).not.toHaveProperty('hold');
    for (const token of [1, 2, taken.lease.token])
      expect(() => sayAsAgent(conversationId, taken, says('agent-amira', token), 6_000)).toThrow(
        refused('no-lease'),
      );
    expect(
      turns(sayAsAgent(conversationId, taken, says('agent-helen', taken.lease.token), 6_000)),
    ).toHaveLength(1);
    expect(agentAccepted(conversationId, taken, { ...ben, connecting: '' }, 7_000)).toBeUndefined();
  });

  it('7: nobody on the way says nothing for long: the caller hears it from the gateway itself, again and again', () => {
    let call = passOn(conversationId, callWithAgent(), wish, 'You go on.', 3_000)!.call;
    for (let round = 0; round < 3; round += 1) {
      const at = nextDeadline(call, 150)!;
      expect(at - call.toldAt!).toBe(reassureAfterMs);
      expect(reassure(conversationId, call, 'Still here.', at - 1)).toBeUndefined();
      const told = reassure(conversationId, call, 'Still here.', at)!;
      expect(turns(told)).toMatchObject([{ speaker: Speaker.SPEAKER_ANNOUNCEMENT, text: 'Still here.' }]);
      call = told.call;
    }
  });

  it('a transfer for a dead call, a hold for a dead call, a merge into a dead call change nothing', () => {
    const dead = endCall(conversationId, held(), EndReason.END_REASON_CALLER_HUNG_UP, 4_000)!.call;
    expect(passOn(conversationId, dead, wish, '', 5_000)).toBeUndefined();
    expect(holdCaller(conversationId, dead, wish, '', 5_000)).toBeUndefined();
    expect(handedOver(conversationId, dead, toBen, '', 5_000)).toBeUndefined();
    expect(joined(conversationId, dead, toBen, '', 5_000)).toBeUndefined();
    expect(
      agentAccepted(conversationId, dead, { ...ben, connecting: '', takesOver: true }, 5_000),
    ).toBeUndefined();
  });
});

describe('a conference', () => {
  const three = joined(conversationId, held(), toBen, 'A colleague joins.', 5_000)!;

  it('has one who holds the lease and others who speak beside them, all under one token', () => {
    expect(names(three)).toEqual(['CallerResumed', 'SpeechLeaseMoved', 'TurnRecorded', 'CallerBridged']);
    expect(dataOf<SpeechLeaseMoved>(three, SpeechLeaseMoved)).toMatchObject({
      ...amira,
      token: 3,
      participants: [ben],
    });
    expect(dataOf<CallerBridged>(three, CallerBridged)).toMatchObject({ ...ben, participant: true });
    for (const agentId of ['agent-amira', 'agent-ben'])
      expect(turns(sayAsAgent(conversationId, three.call, says(agentId, 3), 6_000))).toMatchObject([
        { agentId, leaseToken: 3 },
      ]);
    expect(() => sayAsAgent(conversationId, three.call, says('agent-amira', 2), 6_000)).toThrow(
      refused('no-lease'),
    );
  });

  it('shrinks and grows with a new token each time, and stays as it is for who is not in it', () => {
    const two = participantLeft(conversationId, three.call, ben.handoffId)!.call;
    expect(two.lease).toMatchObject({ agentId: 'agent-amira', token: 4 });
    expect(two).not.toHaveProperty('participants');
    expect(participantLeft(conversationId, two, ben.handoffId)).toBeUndefined();
    expect(joined(conversationId, three.call, toBen, '', 6_000)).toBeUndefined();
    const alone = handedOver(conversationId, three.call, toBen, 'unheard', 6_000)!;
    expect(alone.call).toMatchObject({ handoffId: 'handoff-2', lease: { agentId: 'agent-ben', token: 4 } });
    expect(turns(alone)).toEqual([]);
  });
});

describe('a call we make', () => {
  const outbound = {
    ...ben,
    ...{ callbackId: 'callback-1', attempt: 1, answerBy: 30_000, previousConversationId: 'call-0' },
  };
  const ringing = ring(conversationId, callWithBot(), outbound, 5_000);

  it('rings under the lease of the agent, until its time is over', () => {
    expect(names(ringing)).toEqual(['ConversationStarted', 'SpeechLeaseMoved', 'OutboundRung']);
    expect(nextDeadline(ringing.call, 150)).toBe(30_000);
    expect(() => sayAsAgent(conversationId, ringing.call, says('agent-ben', 1), 6_000)).toThrow(
      refused('no-lease'),
    );
    expect(names(notAnswered(conversationId, ringing.call, 'no-answer', 30_000))).toEqual([
      'OutboundNotAnswered',
      'ConversationEnded',
    ]);
  });

  it('says who rings and asks consent before anybody else speaks; picked up twice is picked up once', () => {
    const answered = pickedUp(conversationId, ringing.call, bank(), 'The call you asked for.', 9_000)!;
    expect(turns(answered).map(({ speaker }) => speaker)).toEqual(
      Array(2).fill(Speaker.SPEAKER_ANNOUNCEMENT),
    );
    expect(names(answered).at(-1)).toBe('CallerBridged');
    expect(pickedUp(conversationId, answered.call, bank(), '', 9_500)).toBeUndefined();
    expect(notAnswered(conversationId, answered.call, 'no-answer', 30_000)).toBeUndefined();
    const over = notAnswered(conversationId, ringing.call, 'declined', 6_000)!.call;
    expect(() => pickedUp(conversationId, over, bank(), '', 9_000)).toThrow(refused('conversation-ended'));
  });
});

describe('a message', () => {
  it('is left by a caller who waits, and by nobody else', () => {
    const message = { text: 'Ring me.', redactedTypes: [], thanks: 'Thank you.' };
    const left = leaveMessage(conversationId, callWithBot({ phase: 'waiting' }), message, 4_000);
    expect(names(left)).toEqual(['TurnRecorded', 'MessageLeft', 'TurnRecorded', 'ConversationEnded']);
    expect(() => leaveMessage(conversationId, callWithAgent(), message, 4_000)).toThrow(
      refused('wrong-state'),
    );
  });
});

describe('what callers are told on the way', () => {
  it('is in their language, the pack or not, and never empty', () => {
    for (const language of ['en', 'es', 'fr', 'de-AT', 'it', 'pt-BR', 'pl']) {
      const said = transferSentence(bank(), 'transferring', language);
      expect(said.length).toBeGreaterThan(20);
    }
    expect(transferSentence(bank(), 'stillHere', 'fr')).toMatch(/oublions/);
    expect(transferSentence(bank(), 'stillHere', 'pl')).toMatch(/not forgotten/);
  });
});

/** Everything transfers can do to a call, in any order, with any of three agents and any token. */
type Happening = (call: Call, now: number) => Outcome | undefined;
const speakers = [amira, ben, { agentId: 'agent-helen', handoffId: 'handoff-3' }];
const speaker = fc.constantFrom(...speakers);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.tuple(speaker, fc.boolean()).map(
    ([agent, takesOver]): Happening =>
      (call, now) =>
        agentAccepted(conversationId, call, { ...agent, connecting: 'c', takesOver }, now),
  ),
  fc.tuple(speaker, speaker).map(
    ([from, next]): Happening =>
      (call, now) =>
        passOn(conversationId, call, { ...from, nextHandoffId: next.handoffId }, 'p', now),
  ),
  fc.tuple(speaker, speaker).map(
    ([from, next]): Happening =>
      (call, now) =>
        holdCaller(conversationId, call, { ...from, nextHandoffId: next.handoffId }, 'h', now),
  ),
  speaker.map(
    ({ handoffId: consultHandoffId }): Happening =>
      (call, now) =>
        resumeCaller(conversationId, call, { consultHandoffId, reason: 'r', say: 's' }, now),
  ),
  fc.tuple(speaker, speaker).map(
    ([from, next]): Happening =>
      (call, now) =>
        handedOver(conversationId, call, { from: from.handoffId, next }, 'o', now),
  ),
  fc.tuple(speaker, speaker).map(
    ([from, next]): Happening =>
      (call, now) =>
        joined(conversationId, call, { from: from.handoffId, next }, 'j', now),
  ),
  speaker.map(
    ({ handoffId }): Happening =>
      (call) =>
        participantLeft(conversationId, call, handoffId),
  ),
  fc.tuple(speaker, speaker).map(
    ([{ handoffId }, previous]): Happening =>
      (call, now) =>
        backToAgent(conversationId, call, { handoffId, previous }, 'b', now),
  ),
  fc.constant<Happening>((call, now) => recordTurn(conversationId, call, { ...customerSays, now })),
  fc.constant<Happening>((call, now) => announce(conversationId, call, 'You are next.', 'en', now)),
  fc.constant<Happening>((call, now) => reassure(conversationId, call, 'Still here.', now)),
  fc.constant<Happening>((call, now) => returnedToBot(conversationId, call, { say: 'Hello again.', now })),
  fc.tuple(speaker, fc.nat(3)).map(
    ([{ agentId }, behind]): Happening =>
      (call, now) =>
        sayAsAgent(conversationId, call, says(agentId, call.lease.token - behind), now),
  ),
);

describe('the speech lease among several agents, whatever happens in whatever order', () => {
  it('lets only those speak whom the token names, nobody while the caller is kept waiting, and moves by one', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.tuple(happening, fc.nat(20_000)), { maxLength: 80 }), (steps) => {
        let call = callWithBot({ phase: 'waiting' });
        let now = 1_000;
        for (const [happen, passed] of steps) {
          now += passed;
          const before = call;
          let outcome: Outcome = { call, events: [] };
          try {
            outcome = happen(call, now) ?? outcome;
          } catch {
            // A refusal changes nothing.
          }
          call = outcome.call;
          const moves = names(outcome).filter((name) => name === 'SpeechLeaseMoved').length;
          expect(call.lease.token).toBe(before.lease.token + moves);
          expect(moves).toBeLessThanOrEqual(1);
          expect(call.participants?.length ?? 0).toBeLessThanOrEqual(maxParticipants);
          const who = (call.participants ?? []).map(({ agentId }) => agentId);
          expect(who.includes(call.lease.agentId ?? '')).toBe(false);
          if (call.hold) expect(call.phase).toBe('agent');
          for (const turn of turns(outcome)) {
            if (turn.speaker !== Speaker.SPEAKER_AGENT) continue;
            seen.add('agent');
            expect(isKeptWaiting(before)).toBe(false);
            const may = [before.lease.agentId, ...(before.participants ?? []).map(({ agentId }) => agentId)];
            expect(may).toContain(turn.agentId);
            expect(turn.leaseToken).toBe(before.lease.token);
          }
          if (isKeptWaiting(call))
            expect(nextDeadline(call, 150)).toBeLessThanOrEqual(
              (call.toldAt ?? call.lastTurnAt) + reassureAfterMs,
            );
          if (call.hold) seen.add('held');
          if (who.length > 0) seen.add('conference');
        }
      }),
      { numRuns: 1_000 },
    );
    expect([...seen].sort()).toEqual(['agent', 'conference', 'held']);
  });
});
