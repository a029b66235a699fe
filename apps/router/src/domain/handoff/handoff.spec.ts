import {
  accepted,
  agentA,
  bridged,
  escalation,
  namesOf,
  offered,
  queued,
  tuesday,
  viewAfter,
  wrappingUp,
} from '../../testing/handoffs.js';
import { briefed, callerBridged, notBridged } from './bridge.js';
import { leave } from './leave.js';
import { acceptOffer, agentLost, offer, offerTimedOut, rejectOffer } from './offer.js';
import { requestHandoff } from './request-handoff.js';
import { returnToBot } from './return-to-bot.js';
import { requireCallback, scheduleCallback } from './schedule-callback.js';
import { completeWrapUp, finishConversation, wrapUpExpired } from './wrap-up.js';
import { handoffDeadline } from './wait.js';

const gone = expect.objectContaining({ code: 'offer-gone' }) as Error;
const wrongState = expect.objectContaining({ code: 'wrong-state' }) as Error;

describe('a handoff', () => {
  it('is requested and queued where its skills lead', () => {
    const outcome = requestHandoff(escalation, viewAfter(0));
    expect(namesOf(outcome)).toEqual(['HandoffRequested', 'HandoffQueued']);
    expect(outcome.handoff).toMatchObject({ state: 'queued', queue: 'fraud', queueOpen: true, open: true });
  });

  it('becomes a callback at once where the caller asks for nothing else', () => {
    const outcome = requestHandoff({ ...escalation, reasons: ['callback-request'] }, viewAfter(0));
    expect(namesOf(outcome)).toEqual(['HandoffRequested', 'HandoffQueued', 'CallbackScheduled']);
    const urgent = requestHandoff({ ...escalation, reasons: ['fraud', 'callback-request'] }, viewAfter(0));
    expect(urgent.handoff.state).toBe('queued');
  });

  it('is offered to the agent held for it, for no longer than the hold', () => {
    const reservation = { ...agentA, expiresAt: tuesday + 10_000, why: '' };
    const outcome = offer(queued(), reservation, viewAfter(0))!;
    expect(outcome.handoff).toMatchObject({
      state: 'offered',
      attempts: 1,
      agent: { expiresAt: tuesday + 8_000 },
    });
    expect(offer(queued(), { ...reservation, expiresAt: tuesday + 1_000 }, viewAfter(0))).toBeUndefined();
  });

  it('is refused to any agent or token but those it is offered to', () => {
    expect(() => acceptOffer(offered(), { agentId: 'agent-b', token: 1 }, tuesday)).toThrow(gone);
    expect(() => acceptOffer(offered(), { ...agentA, token: 2 }, tuesday)).toThrow(gone);
    expect(() => rejectOffer(offered(), { agentId: 'agent-b', token: 1, reason: '' }, viewAfter(0))).toThrow(
      gone,
    );
  });

  it('is refused to an agent who accepts when the offer time is over', () => {
    expect(() => acceptOffer(offered(), agentA, tuesday + 20_000)).toThrow(gone);
    expect(acceptOffer(offered(), agentA, tuesday + 19_999)?.handoff.state).toBe('accepted');
  });

  it('is accepted once, however often the agent says so', () => {
    expect(acceptOffer(accepted(), agentA, tuesday + 2_000)).toBeUndefined();
    expect(acceptOffer(bridged(), agentA, tuesday + 2_000)).toBeUndefined();
  });

  it('keeps its place when an agent rejects it, and is not offered again under the same reservation', () => {
    const outcome = rejectOffer(offered(), { ...agentA, reason: 'busy' }, viewAfter(5_000));
    expect(namesOf(outcome)).toEqual(['HandoffRejected', 'HandoffQueued']);
    expect(outcome.handoff).toMatchObject({ state: 'queued', waitingSince: tuesday, attempts: 1 });
    expect(outcome.handoff).not.toHaveProperty('agent');
    const late = { ...agentA, expiresAt: tuesday + 25_000, why: '' };
    expect(offer(outcome.handoff, late, viewAfter(6_000))).toBeUndefined();
    expect(offer(outcome.handoff, { ...late, agentId: 'agent-b' }, viewAfter(6_000))?.handoff.attempts).toBe(
      2,
    );
  });

  it('goes on to the next agent when nobody answers, or the agent walks away', () => {
    expect(offerTimedOut(offered(), viewAfter(19_999))).toBeUndefined();
    expect(namesOf(offerTimedOut(offered(), viewAfter(20_000)))).toEqual([
      'HandoffOfferTimedOut',
      'HandoffQueued',
    ]);
    const lost = agentLost(offered(), { ...agentA, reason: 'agent-left' }, viewAfter(1_000));
    expect(namesOf(lost)).toEqual(['HandoffRejected', 'HandoffQueued']);
    expect(agentLost(accepted(), { ...agentA, reason: 'agent-left' }, viewAfter(2_000))).toBeUndefined();
  });

  it('goes from accepted over briefing to bridged', () => {
    const briefing = briefed(accepted(), agentA.agentId, tuesday + 1_100)!.handoff;
    expect(briefing.state).toBe('briefing');
    expect(handoffDeadline(briefing, viewAfter(0))).toBe(handoffDeadline(accepted(), viewAfter(0)));
    const outcome = callerBridged(briefing, agentA.agentId, tuesday + 1_500)!;
    expect(outcome.events[0]?.data).toMatchObject({ timeToHumanMs: 1_500 });
  });

  it('ends with what the agent writes, and is written up by the agent who talked only', () => {
    expect(() => finishConversation(bridged(), 'agent-b', viewAfter(0))).toThrow(wrongState);
    expect(() => finishConversation(accepted(), agentA.agentId, viewAfter(0))).toThrow(wrongState);
    expect(finishConversation(wrappingUp(), agentA.agentId, viewAfter(0))).toBeUndefined();
    const wrapUp = { agentId: agentA.agentId, disposition: 'resolved', note: 'called back' };
    const done = completeWrapUp(wrappingUp(), wrapUp, viewAfter(70_000));
    expect(done.handoff).toMatchObject({ state: 'completed', open: false, disposition: 'resolved' });
    expect(() => completeWrapUp(wrappingUp(), { ...wrapUp, agentId: 'agent-b' }, viewAfter(0))).toThrow(
      wrongState,
    );
    expect(() => completeWrapUp(wrappingUp(), { ...wrapUp, disposition: 'nope' }, viewAfter(0))).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }) as Error,
    );
    expect(() => completeWrapUp(done.handoff, wrapUp, viewAfter(0))).toThrow(wrongState);
  });

  it('is completed without a disposition when the agent does not write it up', () => {
    expect(wrapUpExpired(wrappingUp(), tuesday + 89_999)).toBeUndefined();
    expect(wrapUpExpired(wrappingUp(), tuesday + 90_000)?.handoff).toMatchObject({ disposition: 'none' });
  });

  it('can be given back to the bot until the conversation is over', () => {
    expect(namesOf(returnToBot(queued(), 'asked-for-it', tuesday))).toEqual(['HandoffReturnedToBot']);
    const ringing = returnToBot(offered(), 'asked-for-it', tuesday);
    expect(namesOf(ringing)).toEqual(['HandoffRescinded', 'HandoffReturnedToBot']);
    expect(returnToBot(wrappingUp(), 'asked-for-it', tuesday)).toBeUndefined();
  });
});

describe('races real products have hit (reliability.md §2)', () => {
  it('1: the caller hangs up while the human rings: the offer is withdrawn and cannot be accepted into an empty room', () => {
    const outcome = leave(offered(), viewAfter(3_000))!;
    expect(namesOf(outcome)).toEqual(['HandoffRescinded', 'HandoffAbandoned']);
    expect(outcome.handoff.state).toBe('abandoned');
    expect(() => acceptOffer(outcome.handoff, agentA, tuesday + 3_001)).toThrow(gone);
  });

  it('1: the caller hangs up before the handoff even began: nobody is rung', () => {
    const outcome = requestHandoff({ ...escalation, callerGone: true }, viewAfter(0));
    expect(namesOf(outcome)).toEqual(['HandoffRequested', 'HandoffQueued', 'HandoffAbandoned']);
  });

  it('2: the bridge does not come: the agent is freed and the bot goes on, the caller is not left on hold', () => {
    expect(notBridged(accepted(), viewAfter(10_999))).toBeUndefined();
    const outcome = notBridged(accepted(), viewAfter(11_000))!;
    expect(namesOf(outcome)).toEqual(['HandoffRescinded', 'HandoffFailed']);
    expect(outcome.handoff).toMatchObject({ state: 'failed', reason: 'not-bridged' });
  });

  it('2: the bridge comes after the transfer was given up: the freed agent is not joined', () => {
    const failed = notBridged(accepted(), viewAfter(11_000))!.handoff;
    expect(callerBridged(failed, agentA.agentId, tuesday + 12_000)).toBeUndefined();
  });

  it('2: this process was away when the bridge was due: it gets its time once more, and only once', () => {
    const restarted = { ...viewAfter(60_000), runningSince: tuesday + 59_000 };
    const again = notBridged(accepted(), restarted)!;
    expect(again).toMatchObject({ handoff: { state: 'accepted', since: tuesday + 60_000 }, events: [] });
    const still = { ...viewAfter(70_000), runningSince: tuesday + 59_000 };
    expect(notBridged(again.handoff, still)?.handoff.state).toBe('failed');
  });

  it('4: the caller leaves while the agent is being briefed: the agent is told, nothing is read out', () => {
    const briefing = briefed(accepted(), agentA.agentId, tuesday + 1_100)!.handoff;
    expect(namesOf(leave(briefing, viewAfter(1_200)))).toEqual(['HandoffRescinded', 'HandoffAbandoned']);
  });

  it('8: a handoff that comes back to the queue says so', () => {
    const back = rejectOffer(offered(), { ...agentA, reason: '' }, viewAfter(5_000));
    expect(namesOf(back).at(-1)).toBe('HandoffQueued');
  });

  it('9: a queue the pack no longer has does not strand the caller', () => {
    const stranded = { ...queued(), queue: 'closed-down' };
    expect(handoffDeadline(stranded, viewAfter(0))).toBeGreaterThanOrEqual(tuesday);
    expect(scheduleCallback(stranded, viewAfter(0), 'asked-for-it')?.handoff.state).toBe(
      'callback-scheduled',
    );
  });

  it('the caller hangs up in the queue, and while talking', () => {
    expect(leave(queued(), viewAfter(9_000))!.events[0]?.data).toMatchObject({
      inState: 'queued',
      waitedMs: 9_000,
    });
    expect(namesOf(leave(bridged(), viewAfter(60_000)))).toEqual(['WrapUpStarted']);
    expect(leave(wrappingUp(), viewAfter(60_000))).toBeUndefined();
  });

  it('the caller books a callback while the human rings', () => {
    const outcome = scheduleCallback(offered(), viewAfter(2_000), 'asked-for-it');
    expect(namesOf(outcome)).toEqual(['HandoffRescinded', 'CallbackScheduled']);
    expect(scheduleCallback(outcome!.handoff, viewAfter(2_000), 'asked-for-it')).toBeUndefined();
    expect(requireCallback(outcome!.handoff, viewAfter(2_000))).toBeUndefined();
    expect(() => requireCallback(bridged(), viewAfter(2_000))).toThrow(wrongState);
  });

  it('two agents are held for one caller: only the first is offered it', () => {
    const second = { agentId: 'agent-b', token: 7, expiresAt: tuesday + 25_000, why: '' };
    expect(offer(offered(), second, viewAfter(10))).toBeUndefined();
  });
});
