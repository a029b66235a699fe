import fc from 'fast-check';
import { candidateOf, eligible, rank } from '@baton/policy';
import { Channel } from '@baton/contracts';
import type { Handoff } from '../domain/handoff/handoff.js';
import { queueOf } from '../domain/handoff/queue-view.js';
import type { Agent } from '../domain/workforce/agent.js';
import { routing, tuesday } from '../testing/handoffs.js';
import { Floor } from './floor.js';
import { SortedList } from './sorted-list.js';
import { servedFirst } from './waiting-line.js';

const skills = routing.skills.map(({ name }) => name);
const now = tuesday;

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
      'busy' as const,
      'offline' as const,
    ),
    presenceReason: fc.constant(''),
    presenceSince: fc.constant(0),
    idleSince: fc.integer({ min: 0, max: 5 }),
    slot: fc.constant({ kind: 'free' as const }),
    token: fc.constant(0),
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
    })
    .map(({ id, queue, asked, language, priority, waitedSeconds, open }): Handoff => ({
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
      queue,
      queueOpen: open || id % 3 !== 0,
      waitingSince: now - waitedSeconds * 1000,
      lookedAt: 0,
      announcements: { nextAt: 0, count: 0, sinceCallbackOffer: -1 },
      excluded: id % 5 === 0 ? [{ agentId: 'a1', token: 1, from: now, until: now + 60_000 }] : [],
      attempts: 0,
      revision: 1,
    })),
  { selector: ({ handoffId }) => handoffId, maxLength: 30 },
);

function floorWith(people: readonly Agent[], callers: readonly Handoff[]): Floor {
  const floor = new Floor(() => routing);
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

describe('the floor', () => {
  it('finds the agent that ranking all of them finds', () => {
    fc.assert(
      fc.property(agents, handoffs, (people, callers) => {
        const floor = floorWith(people, callers);
        for (const handoff of callers) {
          const queue = queueOf(routing, handoff.queue);
          const candidates = people
            .filter((agent) => mayTake(agent, handoff))
            .map((agent) => candidateOf({ ...agent, id: agent.agentId }, queue, handoff));
          expect(floor.agentFor(handoff, now)?.agent.id).toBe(rank(candidates)[0]?.agentId);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the caller that looking at all of them in order finds', () => {
    fc.assert(
      fc.property(agents, handoffs, (people, callers) => {
        const floor = floorWith(people, callers);
        const inOrder = [...callers].sort(servedFirst);
        for (const agent of people) {
          const wanted = inOrder.find((handoff) => mayTake(agent, handoff));
          expect(floor.placeFor('bank', agent.agentId, now)?.handoffId).toBe(wanted?.handoffId);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts positions by priority, then by who waited longer', () => {
    fc.assert(
      fc.property(handoffs, (callers) => {
        const floor = floorWith([], callers);
        for (const queue of new Set(callers.map((handoff) => handoff.queue))) {
          const line = callers.filter((handoff) => handoff.queue === queue).sort(servedFirst);
          expect(line.map((handoff) => floor.measure(handoff, now).position)).toEqual(
            line.map((_, n) => n + 1),
          );
        }
      }),
      { numRuns: 200 },
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
