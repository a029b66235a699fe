import fc from 'fast-check';
import {
  AgentReleased,
  AgentReserved,
  CallbackScheduled,
  HandoffAbandoned,
  HandoffAccepted,
  HandoffCompleted,
  HandoffFailed,
  HandoffOffered,
  HandoffOfferTimedOut,
  HandoffRejected,
  HandoffRescinded,
  HandoffReturnedToBot,
} from '@baton/contracts';
import { SagaWorld } from '../testing/saga.js';

const handoffIds = ['h1', 'h2', 'h3'];
const agentIds = ['a1', 'a2'];
const finals = [HandoffCompleted, HandoffAbandoned, HandoffFailed, HandoffReturnedToBot, CallbackScheduled];

type Step = (world: SagaWorld) => void;

const handoff = fc.constantFrom(...handoffIds);
const agent = fc.constantFrom(...agentIds);
const choice = fc.nat(50);
const step = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({ weight, arbitrary });

/** An offer that was ever made, the newest most often; a made-up one where there is none. */
function offerOf(world: SagaWorld, pick: number): HandoffOffered {
  const offers = world.log.filter(({ type }) => type.type === HandoffOffered.type);
  const newest = pick % 3 === 0 ? pick : offers.length - 1;
  const found = offers[newest % Math.max(1, offers.length)]?.data as HandoffOffered | undefined;
  return found ?? HandoffOffered.decode(new TextEncoder().encode('{"handoffId":"h1","agentId":"a1"}'));
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  step(3, handoff.map((h): Step => (world) => world.escalate(h))),
  step(1, handoff.map((h): Step => (world) => world.hangUp(h))),
  step(1, handoff.map((h): Step => (world) => world.callback(h))),
  step(6, fc.tuple(handoff, agent).map(([h, a]): Step => (world) => world.reserve(h, a))),
  step(
    5,
    choice.map((n): Step => (world) => {
      const { handoffId, agentId, reservationToken } = offerOf(world, n);
      world.accept(handoffId, agentId, reservationToken);
    }),
  ),
  step(
    1,
    choice.map((n): Step => (world) => {
      const { handoffId, agentId, reservationToken } = offerOf(world, n);
      world.reject(handoffId, agentId, reservationToken);
    }),
  ),
  step(3, fc.tuple(handoff, agent).map(([h, a]): Step => (world) => world.finish(h, a))),
  step(3, fc.tuple(handoff, agent).map(([h, a]): Step => (world) => world.writeUp(h, a))),
  step(
    1,
    fc
      .tuple(agent, fc.constantFrom('available' as const, 'break' as const, 'offline' as const))
      .map(([a, wanted]): Step => (world) => world.presence(a, wanted)),
  ),
  step(
    2,
    fc
      .tuple(fc.constantFrom(10, 10, 10, 5_000, 12_000, 21_000, 26_000), fc.boolean())
      .map(([ms, first]): Step => (world) => world.pass(ms, first)),
  ),
  step(12, choice.map((n): Step => (world) => void world.deliver(n))),
  step(4, fc.constant<Step>((world) => void (world.deliver(0) && world.deliver(1) && world.deliver(2)))),
  step(3, choice.map((n): Step => (world) => world.repeat(n))),
);

describe('any sequence of inputs, late, twice and out of order', () => {
  it('gives every handoff exactly one end, one live offer at most, and leaves no agent ringing', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(steps, { minLength: 5, maxLength: 150, size: 'max' }), (sequence) => {
        const world = new SagaWorld(agentIds);
        for (const take of sequence) {
          take(world);
          holdsAlways(world);
          for (const { state } of world.handoffs.values()) reached.add(state);
        }
        world.settle();
        holdsAlways(world);
        holdsAtTheEnd(world);
      }),
      { numRuns: 600 },
    );
    // The property is worth something only if it went everywhere.
    for (const state of ['queued', 'offered', 'accepted', 'bridged', 'wrap-up', 'completed', 'abandoned', 'failed']) {
      expect([...reached]).toContain(state);
    }
  }, 120_000);
});

function holdsAlways(world: SagaWorld): void {
  for (const [handoffId] of world.handoffs) {
    const said = (...types: readonly { readonly type: string }[]) =>
      world.log.filter(
        ({ type, data }) =>
          types.some((wanted) => wanted.type === type.type) &&
          (data as { handoffId: string }).handoffId === handoffId,
      ).length;
    const answered = said(HandoffAccepted, HandoffRejected, HandoffOfferTimedOut);
    const withdrawn = said(HandoffRescinded);
    const accepted = said(HandoffAccepted);
    // An offer is answered or withdrawn before there is another; an accepted one may be withdrawn too.
    expect(said(HandoffOffered) - answered - withdrawn).toBeLessThanOrEqual(1);
    expect(answered + withdrawn - said(HandoffOffered)).toBeLessThanOrEqual(accepted > 0 ? 1 : 0);
    expect(accepted).toBeLessThanOrEqual(1);
    expect(said(...finals)).toBeLessThanOrEqual(1);
  }
  const talking = [...world.handoffs.values()].filter(({ state }) =>
    ['accepted', 'briefing', 'bridged'].includes(state),
  );
  const busy = talking.map(({ agent: held }) => held!.agentId);
  expect(new Set(busy).size).toBe(busy.length);
  for (const agentId of agentIds) {
    const said = (wanted: { readonly type: string }) =>
      world.log.filter(({ type, subject }) => type.type === wanted.type && subject === agentId).length;
    const live = said(AgentReserved) - said(AgentReleased);
    expect(live).toBe(world.agents.get(agentId)!.slot.kind === 'free' ? 0 : 1);
  }
}

function holdsAtTheEnd(world: SagaWorld): void {
  for (const [handoffId, { open }] of world.handoffs) {
    expect(open).toBe(false);
    const ends = world.log.filter(
      ({ type, data }) =>
        finals.some((final) => final.type === type.type) &&
        (data as { handoffId: string }).handoffId === handoffId,
    );
    expect(ends).toHaveLength(1);
  }
  for (const { slot } of world.agents.values()) expect(slot.kind).toBe('free');
}
