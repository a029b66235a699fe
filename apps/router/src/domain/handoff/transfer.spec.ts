import { TransferOutcome, type HandoffAccepted, type TransferRequested } from '@baton/contracts';
import { agentA, bridged, namesOf, queued, routing, tuesday, viewAfter } from '../../testing/handoffs.js';
import { callerBridged, notBridged } from './bridge.js';
import {
  colleagueAnswered,
  colleagueJoined,
  successorQueued,
  takenOver,
  takenOverWhileSettling,
  transferOver,
} from './follow-transfer.js';
import type { Handoff } from './handoff.js';
import { handoffMessage } from './handoff-message.js';
import { leaseMoved } from './lease-moved.js';
import { leave } from './leave.js';
import { acceptOffer, offer, offerTimedOut, rejectOffer, targetNotFree } from './offer.js';
import { packetShown } from './packet-shown.js';
import { requestHandoff } from './request-handoff.js';
import { nextHandoff, requestTransfer } from './request-transfer.js';
import { giveBack } from './return-to-bot.js';
import { sayInConsult } from './say-in-consult.js';
import { consultSettled, settleConsult } from './settle-consult.js';
import { takeMessage } from './take-message.js';
import { deadlinePassed, handoffDeadline } from './wait.js';
import { finishConversation } from './wrap-up.js';

const gone = expect.objectContaining({ code: 'offer-gone' }) as Error;
const wrongState = expect.objectContaining({ code: 'wrong-state' }) as Error;
const invalid = expect.objectContaining({ code: 'invalid-argument' }) as Error;
const agentB = { agentId: 'agent-b', token: 4 };
const { TRANSFER_OUTCOME_CANCELLED, TRANSFER_OUTCOME_CONFERENCE, TRANSFER_OUTCOME_TRANSFERRED } =
  TransferOutcome;

const wish = (change: Partial<Parameters<typeof requestTransfer>[1]> = {}) => ({
  agentId: agentA.agentId,
  kind: 'consult' as const,
  queue: '',
  toAgentId: 'agent-b',
  note: 'Is this allowed?',
  ...change,
});

/** The two handoffs of a transfer: that of the agent who asks, and the one that follows. */
interface Pair {
  readonly asking: Handoff;
  readonly asked: Handoff;
}

function begun(change: Partial<Parameters<typeof requestTransfer>[1]> = {}): Pair {
  const { handoff: asking, events } = requestTransfer(bridged(), wish(change), viewAfter(60_000));
  const requested = events[0]!.data as TransferRequested;
  const next = { ...nextHandoff(asking, requested, tuesday + 60_000), callerGone: false };
  return { asking, asked: requestHandoff(next, viewAfter(60_000)).handoff };
}

function ringing(change: Partial<Parameters<typeof requestTransfer>[1]> = {}): Pair {
  const { asking, asked } = begun(change);
  const reservation = { ...agentB, expiresAt: tuesday + 85_000, why: '' };
  return { asking, asked: offer(asked, reservation, viewAfter(60_000))!.handoff };
}

function consulting(): Pair {
  const { asking, asked } = ringing();
  const answered = acceptOffer(asked, agentB, tuesday + 62_000)!.handoff;
  return {
    asking: colleagueAnswered(asking, answered.handoffId, 'agent-b')!.handoff,
    asked: answered,
  };
}

function settling(settlement: 'transferred' | 'conference'): Pair {
  const { asking, asked } = consulting();
  const view = viewAfter(70_000);
  const outcome = settlement === 'conference' ? TRANSFER_OUTCOME_CONFERENCE : TRANSFER_OUTCOME_TRANSFERRED;
  return {
    asking: settleConsult(asking, agentA.agentId, settlement, view)!.handoff,
    asked: consultSettled(asked, outcome, view)!.handoff,
  };
}

function conference(): Pair {
  const { asking, asked } = settling('conference');
  const joined = callerBridged(asked, 'agent-b', tuesday + 70_500, 3)!.handoff;
  return { asking: colleagueJoined(asking, joined.handoffId, viewAfter(70_600))!.handoff, asked: joined };
}

describe('a caller who is passed on', () => {
  it('is in the next queue, with the note, before the agent who passes them on is done', () => {
    const { asking, asked } = begun({ kind: 'transfer', queue: 'general', toAgentId: '' });
    expect(asking.state).toBe('bridged');
    expect(asked).toMatchObject({
      state: 'queued',
      queue: 'general',
      note: 'Is this allowed?',
      kind: 'transfer',
    });
    const done = successorQueued(asking, asked.handoffId, viewAfter(60_100))!;
    expect(done.handoff).toMatchObject({ state: 'wrap-up', next: asked.handoffId });
    expect(namesOf(done)).toEqual(['WrapUpStarted']);
    expect(successorQueued(done.handoff, asked.handoffId, viewAfter(60_200))).toBeUndefined();
  });

  it('goes to the queue behind an agent who says no, does not answer, or cannot be held', () => {
    const { asked } = ringing({ kind: 'transfer' });
    const no = rejectOffer(asked, { ...agentB, reason: 'lunch' }, viewAfter(61_000));
    expect(namesOf(no)).toEqual(['HandoffRejected', 'HandoffQueued']);
    const late = offerTimedOut(asked, viewAfter(81_000))!;
    const busy = targetNotFree(begun({ kind: 'transfer' }).asked, viewAfter(61_000))!;
    for (const { handoff } of [no, late, busy]) {
      expect(handoff).toMatchObject({ state: 'queued', open: true });
      expect(handoff).not.toHaveProperty('target');
      expect(handoff.refused?.at(-1)).toMatchObject({ agentId: 'agent-b' });
    }
  });

  it('is not kept by a hold that was lost on the way', () => {
    const { asked } = begun({ kind: 'transfer' });
    expect(handoffDeadline(asked, { routing })! - asked.since).toBeLessThanOrEqual(10_000);
    const free = deadlinePassed(asked, viewAfter(70_000))!.handoff;
    expect(free).toMatchObject({ state: 'queued' });
    expect(free).not.toHaveProperty('target');
  });

  it('is offered to nobody but the agent who was asked for, until that agent does not take them', () => {
    const { asked } = begun({ kind: 'transfer' });
    const other = { agentId: 'agent-c', token: 9, expiresAt: tuesday + 85_000, why: '' };
    expect(offer(asked, other, viewAfter(60_000))).toBeUndefined();
    const free = targetNotFree(asked, viewAfter(60_500))!.handoff;
    expect(offer(free, other, viewAfter(61_000))?.handoff.state).toBe('offered');
  });

  it('goes nowhere but where somebody can be: a wrong queue, both, or none are refused where the agent sees it', () => {
    for (const wrong of [
      { queue: 'no-such-queue', toAgentId: '' },
      { queue: '', toAgentId: '' },
      { queue: 'general', toAgentId: 'agent-b' },
      { toAgentId: agentA.agentId },
    ])
      expect(() => requestTransfer(bridged(), wish(wrong), viewAfter(60_000))).toThrow(invalid);
  });

  it('is passed on by the agent who talks with them, once', () => {
    expect(() => requestTransfer(bridged(), wish({ agentId: 'agent-b' }), viewAfter(60_000))).toThrow(
      wrongState,
    );
    expect(() => requestTransfer(queued(), wish(), viewAfter(0))).toThrow(wrongState);
    expect(() => requestTransfer(begun().asking, wish(), viewAfter(61_000))).toThrow(wrongState);
  });
});

describe('a consult', () => {
  it('does not move the lease, and lets only the two of it talk', () => {
    const { asked } = ringing();
    const accepted = acceptOffer(asked, agentB, tuesday + 62_000)!;
    expect(accepted.handoff.state).toBe('consulting');
    expect((accepted.events[0]!.data as HandoffAccepted).kind).toBe('HANDOFF_KIND_CONSULT');
    const line = sayInConsult(accepted.handoff, agentA.agentId, 'May I?', tuesday + 63_000);
    expect(line.handoff.consult).toMatchObject([
      { index: 0, from: 'agent-a', to: 'agent-b', text: 'May I?' },
    ]);
    expect(() => sayInConsult(accepted.handoff, 'agent-c', 'Me too.', tuesday)).toThrow(wrongState);
    expect(() => sayInConsult(asked, agentA.agentId, 'Too early.', tuesday)).toThrow(wrongState);
  });

  it('keeps no more than its newest lines, and numbers all of them', () => {
    let { asked } = consulting();
    for (let n = 0; n < 60; n += 1) asked = sayInConsult(asked, 'agent-b', `${n}`, tuesday).handoff;
    expect(asked.consult).toHaveLength(50);
    expect(asked.consult?.at(-1)?.index).toBe(59);
  });

  it('that nobody answers in a minute, or that lasts too long, ends, and the caller is back with their agent', () => {
    const { asking, asked } = begun({ queue: 'general', toAgentId: '' });
    const at = handoffDeadline(asked, { routing })!;
    const nobody = deadlinePassed(asked, viewAfter(at - tuesday))!;
    const last = nobody.handoff.state === 'cancelled' ? nobody : deadlinePassed(asked, viewAfter(121_000))!;
    expect(last.handoff).toMatchObject({ state: 'cancelled', reason: 'nobody-free' });
    expect(namesOf(last)).toEqual(['HandoffCancelled']);
    const back = transferOver(asking, asked.handoffId, 'nobody-free')!;
    expect(back.handoff).toMatchObject({ state: 'bridged', transferFailed: 'nobody-free' });
    expect(back.handoff).not.toHaveProperty('transfer');
    const long = deadlinePassed(consulting().asked, viewAfter(12 * 60_000))!;
    expect(long.handoff).toMatchObject({ state: 'cancelled', reason: 'consult-too-long' });
  });

  it('hands over, joins, or is called off by the one who asked, once the colleague has answered', () => {
    const view = viewAfter(65_000);
    expect(() => settleConsult(begun().asking, agentA.agentId, 'transferred', view)).toThrow(wrongState);
    expect(() => settleConsult(consulting().asking, 'agent-b', 'transferred', view)).toThrow(wrongState);
    const { asking, asked } = settling('transferred');
    expect(asked.state).toBe('accepted');
    expect(settleConsult(asking, agentA.agentId, 'transferred', view)).toBeUndefined();
    expect(() => settleConsult(asking, agentA.agentId, 'cancelled', view)).toThrow(wrongState);
    const joined = callerBridged(asked, 'agent-b', tuesday + 71_000, 3)!.handoff;
    expect(joined).toMatchObject({ state: 'bridged', leaseToken: 3 });
    expect(colleagueJoined(asking, joined.handoffId, viewAfter(71_100))!.handoff.state).toBe('wrap-up');
  });
});

describe('a conference', () => {
  it('goes on when the colleague leaves, and ends for all when the agent who leads it finishes', () => {
    const { asking, asked } = conference();
    expect(asking.transfer?.phase).toBe('conference');
    const left = finishConversation(asked, 'agent-b', viewAfter(80_000))!;
    expect(left.handoff).toMatchObject({ state: 'wrap-up', next: asking.handoffId });
    expect(transferOver(asking, asked.handoffId, '')!.handoff).not.toHaveProperty('transfer');
    expect(finishConversation(asking, agentA.agentId, viewAfter(80_000))!.handoff).not.toHaveProperty('next');
  });

  it('becomes a talk of two when either is enough', () => {
    const { asking, asked } = conference();
    const view = viewAfter(80_000);
    const over = settleConsult(asking, agentA.agentId, 'transferred', view)!;
    expect(namesOf(over)).toEqual(['TransferSettled', 'WrapUpStarted']);
    expect(consultSettled(asked, TRANSFER_OUTCOME_TRANSFERRED, view)!.handoff.participant).toBe(false);
    const alone = settleConsult(asking, agentA.agentId, 'cancelled', view)!;
    expect(alone.handoff).not.toHaveProperty('transfer');
    expect(consultSettled(asked, TRANSFER_OUTCOME_CANCELLED, view)!.handoff.state).toBe('wrap-up');
  });
});

describe('races real products have hit (field.md §5), between people', () => {
  it('I1: the caller hangs up while the colleague rings: the ring is withdrawn, the agent writes up, and the late yes is refused', () => {
    const { asking, asked } = ringing();
    expect(namesOf(leave(asking, viewAfter(63_000)))).toEqual(['WrapUpStarted']);
    const left = leave(asked, viewAfter(63_000))!;
    expect(namesOf(left)).toEqual(['HandoffRescinded', 'HandoffAbandoned']);
    expect(() => acceptOffer(left.handoff, agentB, tuesday + 63_100)).toThrow(gone);
  });

  it('I1: the caller hangs up before the next handoff even began: nobody is rung', () => {
    const { handoff, events } = requestTransfer(bridged(), wish(), viewAfter(60_000));
    const next = nextHandoff(handoff, events[0]!.data as TransferRequested, tuesday + 60_000);
    const outcome = requestHandoff({ ...next, callerGone: true }, viewAfter(60_100));
    expect(namesOf(outcome)).toEqual(['HandoffRequested', 'HandoffQueued', 'HandoffAbandoned']);
  });

  it('I2: the merge fails: within its deadline the colleague is let go and the caller is back with the agent who asked', () => {
    const { asking, asked } = settling('transferred');
    const at = handoffDeadline(asked, { routing })!;
    expect(at - asked.since).toBeLessThanOrEqual(10_000);
    const failed = notBridged(asked, viewAfter(at - tuesday))!;
    expect(namesOf(failed)).toEqual(['HandoffRescinded', 'HandoffFailed']);
    expect(failed.events[1]!.data).toMatchObject({
      previousHandoffId: asking.handoffId,
      previousAgentId: 'agent-a',
    });
    const back = transferOver(asking, asked.handoffId, 'not-bridged')!.handoff;
    expect(back).toMatchObject({ state: 'bridged', transferFailed: 'not-bridged' });
    expect(() =>
      requestTransfer(back, wish({ queue: 'general', toAgentId: '' }), viewAfter(90_000)),
    ).not.toThrow();
  });

  it('I2: the merge comes after it was given up: the freed colleague is not joined', () => {
    const { asking, asked } = settling('transferred');
    const failed = notBridged(asked, viewAfter(80_000))!.handoff;
    expect(callerBridged(failed, 'agent-b', tuesday + 81_000)).toBeUndefined();
    expect(
      colleagueJoined(transferOver(asking, asked.handoffId, '')!.handoff, asked.handoffId, viewAfter(81_000)),
    ).toBeUndefined();
  });

  it('I4: the caller leaves while the colleague is being told: the consult is over, nothing more is told', () => {
    const left = leave(consulting().asked, viewAfter(64_000))!;
    expect(left.handoff.state).toBe('abandoned');
    expect(() => sayInConsult(left.handoff, agentA.agentId, 'So, as I said…', tuesday)).toThrow(wrongState);
  });

  it('I6: why a transfer came to nothing is a code, in the handoff and in the event, not a sentence', () => {
    const { asking, asked } = begun();
    const busy = targetNotFree(asked, viewAfter(61_000))!;
    expect(busy.handoff).toMatchObject({ state: 'cancelled', reason: 'not-free' });
    const told = handoffMessage(
      transferOver(asking, asked.handoffId, 'not-free')!.handoff,
      viewAfter(61_000),
    );
    expect(told.transferFailed).toBe('not-free');
  });

  it('I11: the agent who was taken over, or passed the caller on, is told so once and can do nothing more with the caller', () => {
    const relieved = takenOver(bridged(), 'handoff-9', viewAfter(61_000))!.handoff;
    expect(relieved).toMatchObject({ state: 'wrap-up', next: 'handoff-9' });
    expect(takenOver(relieved, 'handoff-9', viewAfter(62_000))).toBeUndefined();
    const given = { agentId: agentA.agentId, reason: '', note: '', slots: {} };
    expect(() => giveBack(relieved, given, tuesday)).toThrow(wrongState);
    expect(() => requestTransfer(relieved, wish(), viewAfter(62_000))).toThrow(wrongState);
  });

  it('I11: a supervisor takes over while an agent rings, or is being joined: nobody is left ringing', () => {
    const { asked } = ringing();
    expect(namesOf(takenOver(asked, 'handoff-9', viewAfter(61_000)))).toEqual([
      'HandoffRescinded',
      'HandoffCancelled',
    ]);
    expect(namesOf(takenOver(queued(), 'handoff-9', viewAfter(1_000)))).toEqual(['HandoffCancelled']);
  });

  it('I13: a caller meant for one person is asked of that person first', () => {
    expect(begun({ kind: 'transfer' }).asked).toMatchObject({
      target: { agentId: 'agent-b' },
      queueOpen: true,
    });
  });

  it('I14: every reassignment says so: each move of a transfer is an event', () => {
    const { asking, asked } = ringing();
    expect(namesOf(colleagueAnswered(asking, asked.handoffId, 'agent-b'))).toEqual(['TransferProgressed']);
    const { asking: settled, asked: joining } = settling('conference');
    expect(namesOf(colleagueJoined(settled, joining.handoffId, viewAfter(71_000)))).toEqual([
      'TransferProgressed',
    ]);
    expect(namesOf(transferOver(asking, asked.handoffId, 'x'))).toEqual(['TransferProgressed']);
  });

  it('I16: a caller between two agents is never without a deadline', () => {
    for (const { asked } of [
      begun({ kind: 'transfer' }),
      ringing({ kind: 'transfer' }),
      consulting(),
      settling('conference'),
    ])
      expect(handoffDeadline(asked, { routing })).toBeGreaterThan(tuesday);
  });

  it('a late yes: the offer was withdrawn because the agent called the consult off', () => {
    const { asked } = ringing();
    const off = consultSettled(asked, TRANSFER_OUTCOME_CANCELLED, viewAfter(61_000))!;
    expect(namesOf(off)).toEqual(['HandoffRescinded', 'HandoffCancelled']);
    expect(() => acceptOffer(off.handoff, agentB, tuesday + 61_100)).toThrow(gone);
    expect(consultSettled(off.handoff, TRANSFER_OUTCOME_CANCELLED, viewAfter(62_000))).toBeUndefined();
  });

  it('a double yes, from an agent with two windows: the second changes nothing', () => {
    const { asked } = consulting();
    expect(acceptOffer(asked, agentB, tuesday + 62_100)).toBeUndefined();
    const shown = packetShown(asked, agentB, tuesday + 62_200)!;
    expect(packetShown(shown.handoff, agentB, tuesday + 62_300)).toBeUndefined();
  });

  it('one window says yes while the other says no: whichever is first counts, and the other is refused', () => {
    const { asked } = ringing();
    const yes = acceptOffer(asked, agentB, tuesday + 62_000)!.handoff;
    expect(() => rejectOffer(yes, { ...agentB, reason: '' }, viewAfter(62_000))).toThrow(gone);
    const no = rejectOffer(asked, { ...agentB, reason: '' }, viewAfter(62_000)).handoff;
    expect(() => acceptOffer(no, agentB, tuesday + 62_000)).toThrow(gone);
  });

  it('the answer of the colleague comes after the agent went on alone: nothing is brought to life again', () => {
    const { asking, asked } = ringing();
    const alone = settleConsult(asking, agentA.agentId, 'cancelled', viewAfter(61_000))!.handoff;
    expect(colleagueAnswered(alone, asked.handoffId, 'agent-b')).toBeUndefined();
    expect(successorQueued(alone, asked.handoffId, viewAfter(61_000))).toBeUndefined();
  });

  it('a token that comes late does not replace a newer one', () => {
    const known = leaseMoved(bridged(), agentA.agentId, 5)!.handoff;
    expect(leaseMoved(known, agentA.agentId, 4)).toBeUndefined();
    expect(leaseMoved(known, 'agent-b', 9)).toBeUndefined();
  });

  it('an agent gives the caller back while a colleague is being asked: refused, so that nobody rings for a bot', () => {
    const given = { agentId: agentA.agentId, reason: '', note: 'n', slots: { pin: '1' } };
    expect(() => giveBack(begun().asking, given, tuesday)).toThrow(wrongState);
    const back = giveBack(bridged(), given, tuesday + 61_000)!;
    expect(back.events[0]!.data).toMatchObject({ note: 'n', slots: { pin: '1' }, agentId: 'agent-a' });
    expect(giveBack(back.handoff, given, tuesday + 62_000)).toBeUndefined();
  });

  it('a message and an agent come at the same moment: whichever is first counts', () => {
    const message = { text: 'Ring me.', language: 'en' };
    expect(namesOf(takeMessage(ringing({ kind: 'transfer' }).asked, message, tuesday))).toEqual([
      'HandoffRescinded',
      'HandoffMessageTaken',
    ]);
    expect(takeMessage(bridged(), message, tuesday)).toBeUndefined();
  });

  it('(a supervisor takes the caller while they are being handed to a colleague) lets both agents go', () => {
    const handing: Handoff = {
      ...bridged(),
      transfer: {
        kind: 'consult',
        nextHandoffId: 'handoff-2',
        phase: 'settling',
        queue: 'fraud',
        agentId: 'agent-b',
        since: tuesday,
        outcome: 'transferred',
      },
    };
    const outcome = takenOverWhileSettling(handing, 'handoff-2', 'handoff-3', viewAfter(1_000));
    expect(outcome?.handoff).toMatchObject({ state: 'wrap-up', next: 'handoff-3' });
    expect(takenOverWhileSettling(handing, 'handoff-9', 'handoff-3', viewAfter(1_000))).toBeUndefined();
  });
});
