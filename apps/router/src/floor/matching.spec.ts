import fc from 'fast-check';
import { compileRouting, eligible, headStart, pullOf, unknownCaller } from '@baton/policy';
import type { RoutingConfig } from '@baton/packs';
import { Channel } from '@baton/contracts';
import type { Handoff } from '../domain/handoff/handoff.js';
import { queueOf } from '../domain/handoff/queue-view.js';
import type { Agent } from '../domain/workforce/agent.js';
import { freeAgentOf } from './agent-index.js';
import { AgentScore, callerOf, compareScored } from './agent-score.js';
import { routing, tuesday } from '../testing/handoffs.js';
import { Floor } from './floor.js';
import { SortedList } from './sorted-list.js';
import { servedFirst, waiting } from './waiting-line.js';

const skills = routing.skills.map(({ name }) => name);
const now = tuesday;

/** The same pack with weights on every queue, of every kind. */
const weighted: RoutingConfig = {
  ...routing,
  queues: routing.queues.map((queue, n) => ({
    ...queue,
    serviceLevel: { ...queue.serviceLevel, pull: { beforeSeconds: 5, add: 40 } },
    priority: [
      { when: 'caller.vulnerable', add: 120 },
      { when: 'caller.priority in ["high", "urgent"]', add: 60 + n },
      { when: 'caller.contactsLast30d > 2', add: -20 },
    ],
    prefer: [
      { per: 'agent.proficiency', add: n % 2 === 0 ? 10 : 1 },
      { when: 'agent.knowsCustomer', add: 25 },
      { when: 'agent.team == "premier" && caller.vulnerable', add: 12 },
      { when: 'agent.occupancy > 0.5', add: -5 },
      { per: 'agent.idleSeconds', add: n % 3 === 0 ? 0.5 : -0.01 },
      { when: '!agent.speaks', add: -30 },
      { when: 'agent.overflow', add: -3 },
    ],
  })),
};

const agents: fc.Arbitrary<Agent[]> = fc.uniqueArray(
  fc.record({
    agentId: fc.integer({ min: 0, max: 999 }).map((n) => `a${n}`),
    tenantId: fc.constant('bank'),
    name: fc.constant(''),
    skills: fc.dictionary(fc.constantFrom(...skills), fc.integer({ min: 1, max: 5 }), { maxKeys: 3 }),
    languages: fc.constantFrom(['en'], ['es'], ['es', 'en'], ['de']),
    presence: fc.constantFrom(
      'available' as const,
      'available' as const,
      'break' as const,
      'offline' as const,
    ),
    presenceReason: fc.constant(''),
    presenceSince: fc.constant(0),
    idleSince: fc.integer({ min: 0, max: 5 }),
    workplace: fc
      .constantFrom('', 'premier', 'night')
      .map((team) => ({ team, site: 'leeds', country: 'GB' })),
    capacity: fc.constant({ voice: 1, chat: 1, voiceWithChats: false }),
    onShift: fc.constant(true),
    slots: fc.constant([]),
    token: fc.constant(0),
    leaseToken: fc.constant(0),
    worked: fc.integer({ min: 0, max: 100 }).map((share) => ({ signedInAt: now - 100, busyMs: share })),
    noAnswers: fc.constant(0),
    revision: fc.constant(1),
  }),
  { selector: ({ agentId }) => agentId, maxLength: 30 },
);

const handoffs: fc.Arbitrary<Handoff[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 0, max: 999 }),
      queue: fc.constantFrom(...routing.queues.map(({ name }) => name)),
      asked: fc.uniqueArray(fc.constantFrom(...skills), { maxLength: 2 }),
      language: fc.constantFrom('en', 'es', 'de-AT'),
      priority: fc.constantFrom('low' as const, 'normal' as const, 'high' as const, 'urgent' as const),
      waitedSeconds: fc.integer({ min: 0, max: 200 }),
      open: fc.boolean(),
      vulnerable: fc.boolean(),
      contactsLast30d: fc.integer({ min: 0, max: 4 }),
      known: fc.boolean(),
    })
    .map(
      ({
        id,
        queue,
        asked,
        language,
        priority,
        waitedSeconds,
        open,
        vulnerable,
        contactsLast30d,
        known,
      }): Handoff => ({
        handoffId: `h${id}`,
        conversationId: `c${id}`,
        tenantId: 'bank',
        packSha256: '',
        state: 'queued',
        open: true,
        since: 0,
        decisionId: '',
        reasons: [],
        skills: asked,
        language,
        priority,
        channel: Channel.CHANNEL_PHONE,
        requestedAt: 0,
        caller: { ...unknownCaller, vulnerable, contactsLast30d },
        ...(known ? { knownAgents: ['a1', 'a2', 'a3'] } : {}),
        queue,
        queueOpen: open || id % 3 !== 0,
        waitingSince: now - waitedSeconds * 1000,
        lookedAt: 0,
        announcements: { nextAt: 0, count: 0, sinceCallbackOffer: -1 },
        excluded: id % 5 === 0 ? [{ agentId: 'a1', token: 1, from: now, until: now + 60_000 }] : [],
        attempts: 0,
        revision: 1,
      }),
    ),
  { selector: ({ handoffId }) => handoffId, maxLength: 30 },
);

function floorWith(people: readonly Agent[], callers: readonly Handoff[], pack = routing): Floor {
  const floor = new Floor(() => pack);
  for (const handoff of callers) floor.learnHandoff(handoff);
  for (const agent of people) floor.learnAgent(agent);
  return floor;
}

/** What the floor does with indexes, done the plain way. */
function mayTake(agent: Agent, handoff: Handoff): boolean {
  const waited = (now - handoff.waitingSince) / 1000;
  const free = agent.presence === 'available' && handoff.queueOpen;
  const excluded = handoff.excluded.some(
    ({ agentId, from }) => agentId === agent.agentId && agent.idleSince <= from,
  );
  const profile = { ...agent, id: agent.agentId };
  return free && !excluded && eligible(profile, queueOf(routing, handoff.queue), handoff, waited, routing).ok;
}

/** Callers as they are to be served, worked out from the weights themselves. */
function ordered(callers: readonly Handoff[], pack: RoutingConfig): Handoff[] {
  const rules = compileRouting(pack);
  if (!rules.ok) throw new Error('the weights do not compile');
  const ranked = callers.map((handoff) => {
    const queue = queueOf(pack, handoff.queue);
    const pull = pullOf(queue);
    const { seconds } = headStart(rules.value.get(queue.name)!, callerOf(handoff));
    const pulled = pull !== undefined && now - handoff.waitingSince >= pull.afterSeconds * 1000;
    return {
      handoff,
      who: waiting(handoff, { headStartSeconds: seconds, ...(pull ? { pull } : {}) }, pulled),
    };
  });
  return ranked.sort((a, b) => servedFirst(a.who, b.who)).map(({ handoff }) => handoff);
}

describe('the floor', () => {
  const packs = fc.constantFrom('plain' as const, 'weighted' as const);
  const packOf = (which: 'plain' | 'weighted') => (which === 'plain' ? routing : weighted);

  it('finds the agent that ranking all of them finds, with weights and without', () => {
    fc.assert(
      fc.property(agents, handoffs, packs, (people, callers, which) => {
        const pack = packOf(which);
        const floor = floorWith(people, callers, pack);
        for (const handoff of callers) {
          const scoring = new AgentScore(handoff, pack, now);
          const best = people
            .filter((agent) => mayTake(agent, handoff))
            .map((agent) => scoring.of(freeAgentOf(agent)))
            .sort(compareScored)[0];
          const found = floor.agentFor(handoff, now);
          expect(found?.agent.id).toBe(best?.agent.id);
          if (found) expect(found.explanation.whyNot.length).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the caller that looking at all of them in order finds', () => {
    fc.assert(
      fc.property(agents, handoffs, packs, (people, callers, which) => {
        const pack = packOf(which);
        const floor = floorWith(people, callers, pack);
        const inOrder = ordered(callers, pack);
        for (const agent of people) {
          const wanted = inOrder.find((handoff) => mayTake(agent, handoff));
          expect(floor.placeFor('bank', agent.agentId, now)?.handoffId).toBe(wanted?.handoffId);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts positions in the order of service', () => {
    fc.assert(
      fc.property(handoffs, packs, (callers, which) => {
        const pack = packOf(which);
        const floor = floorWith([], callers, pack);
        for (const queue of new Set(callers.map((handoff) => handoff.queue))) {
          const line = ordered(
            callers.filter((handoff) => handoff.queue === queue),
            pack,
          );
          expect(line.map((handoff) => floor.measure(handoff, now).position)).toEqual(
            line.map((_, n) => n + 1),
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('lets nobody starve: whoever comes later than the longest head start is behind', () => {
    fc.assert(
      fc.property(handoffs, packs, (callers, which) => {
        const pack = packOf(which);
        const floor = floorWith([], callers, pack);
        const longest = pack === routing ? 2_700 : 120 + 69 + 20 + 40;
        const line = floor.waitingInOrder('bank', now);
        line.forEach((first, n) => {
          for (const later of line.slice(n + 1)) {
            expect(first.waitingSince - later.waitingSince).toBeLessThanOrEqual(longest * 1000);
          }
        });
      }),
    );
  });

  it('does not take an older copy for a newer one, nor bring back what has ended', () => {
    const [handoff] = fc.sample(
      handoffs.filter((callers) => callers.length > 0),
      { numRuns: 1, seed: 1 },
    )[0]!;
    const floor = floorWith([], [{ ...handoff!, revision: 5 }]);
    floor.learnHandoff({ ...handoff!, state: 'offered', revision: 4 });
    expect(floor.waiting('bank', handoff!.handoffId)).toBeDefined();
    floor.learnHandoff({ ...handoff!, state: 'abandoned', open: false, revision: 6 });
    floor.learnHandoff({ ...handoff!, revision: 5 });
    expect(floor.waiting('bank', handoff!.handoffId)).toBeUndefined();
  });

  it('looks for nobody while an agent is held, and again when that comes to nothing', () => {
    const [handoff] = fc.sample(
      handoffs.filter((callers) => callers.length > 0),
      { numRuns: 1, seed: 2 },
    )[0]!;
    const waiting: Handoff = {
      ...handoff!,
      queue: 'general',
      skills: ['general'],
      language: 'en',
      queueOpen: true,
      excluded: [],
    };
    const agent: Agent = {
      ...fc.sample(
        agents.filter((people) => people.length > 0),
        { numRuns: 1, seed: 3 },
      )[0]![0]!,
      skills: { general: 3 },
      languages: ['en'],
      presence: 'available',
    };
    const floor = floorWith([agent], [waiting]);
    expect(floor.agentFor(waiting, now)?.agent.id).toBe(agent.agentId);
    floor.take(waiting.handoffId, now + 1_000);
    expect(floor.agentFor(waiting, now)).toBeUndefined();
    expect(floor.placeFor('bank', agent.agentId, now)).toBeUndefined();
    expect(floor.agentFor(waiting, now + 1_000)).toBeDefined();
    floor.putBack(waiting.handoffId);
    expect(floor.agentFor(waiting, now)).toBeDefined();
  });
});

describe('a sorted list', () => {
  it('is what sorting gives, whatever is added and removed', () => {
    const item = fc.record({ key: fc.nat(20), add: fc.boolean() });
    fc.assert(
      fc.property(fc.array(item), (changes) => {
        const list = new SortedList<number>((a, b) => a - b);
        const plain = new Set<number>();
        for (const { key, add } of changes) {
          if (add && !plain.has(key)) list.add(key);
          if (!add) list.remove(key);
          if (add) plain.add(key);
          else plain.delete(key);
        }
        expect([...list]).toEqual([...plain].sort((a, b) => a - b));
      }),
    );
  });
});
