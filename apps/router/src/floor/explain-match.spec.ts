import type { RoutingConfig } from '@baton/packs';
import { unknownCaller } from '@baton/policy';
import type { Handoff } from '../domain/handoff/handoff.js';
import type { Agent } from '../domain/workforce/agent.js';
import { setPresence } from '../domain/workforce/presence.js';
import { registerAgent } from '../domain/workforce/register-agent.js';
import { queued, routing as plain, tuesday } from '../testing/handoffs.js';
import { Floor } from './floor.js';

const routing: RoutingConfig = {
  ...plain,
  queues: plain.queues.map((queue) =>
    queue.name === 'fraud'
      ? {
          ...queue,
          minProficiency: 2,
          steps: [{ afterSeconds: 60, language: 'any', interpreter: true }],
          serviceLevel: { seconds: 20, percent: 80, pull: { beforeSeconds: 5, add: 30 } },
          priority: [{ when: 'caller.vulnerable', add: 120 }],
          prefer: [
            { when: 'agent.knowsCustomer', add: 50 },
            { per: 'agent.proficiency', add: 10 },
          ],
        }
      : queue,
  ),
};
let revision = 0;
const agent = (
  agentId: string,
  fraud: number,
  languages = ['en'],
  presence: 'available' | 'break' = 'available',
): Agent => {
  const profile = { agentId, tenantId: 'bank', name: agentId, skills: { fraud }, languages };
  const known = registerAgent(undefined, profile, tuesday)!.agent;
  return { ...setPresence(known, presence, '', tuesday)!.agent, revision: (revision += 1) };
};
const caller: Handoff = {
  ...queued(),
  knownAgents: ['knows', 'away'],
  caller: { ...unknownCaller, vulnerable: true },
};
const floorWith = (...agents: readonly Agent[]) => {
  const floor = new Floor(() => routing);
  for (const one of agents) floor.learnAgent(one);
  floor.learnHandoff(caller);
  return floor;
};

describe('why this agent', () => {
  it('is told by points, and of those who were not taken why', () => {
    const floor = floorWith(
      agent('best', 5),
      agent('knows', 3),
      agent('away', 5, ['en'], 'break'),
      agent('weak', 1),
    );
    const { agent: found, why, explanation } = floor.agentFor(caller, tuesday)!;
    expect(found.id).toBe('knows');
    expect(why).toBe('Serves fraud (fraud 3), speaks en, 80 points; best of 3 free.');
    expect(explanation.points).toEqual([
      { weight: '+50 for agent.knowsCustomer', points: 50 },
      { weight: '+10 per agent.proficiency', points: 30 },
    ]);
    expect(explanation.whyNot).toEqual([
      { agentId: 'away', why: 'Knows the customer, but is on break.' },
      { agentId: 'best', why: '50 points, fewer than 80.' },
      { agentId: 'weak', why: 'Lacks fraud at proficiency 2.' },
    ]);
    expect(explanation.headStart).toEqual([{ weight: '+120 s for caller.vulnerable', points: 120 }]);
    expect(explanation).toMatchObject({
      whyWaited: 'Not at all: somebody was free.',
      interpreterNeeded: false,
    });
  });

  it('tells what the caller waited for: the language, and that an interpreter is needed', () => {
    const floor = floorWith(agent('german', 4, ['de']));
    expect(floor.agentFor(caller, tuesday + 59_000)).toBeUndefined();
    const { explanation } = floor.agentFor(caller, tuesday + 61_000)!;
    expect(explanation).toMatchObject({ interpreterNeeded: true, waitedMs: 61_000 });
    expect(explanation.whyWaited).toBe(
      '61 s: nobody who speaks en was free, and after 60 s any language would do; the service level pulled the caller forward.',
    );
  });

  it('tells that everybody was busy until this one became free', () => {
    const floor = floorWith({ ...agent('late', 4), idleSince: tuesday + 9_000 });
    expect(floor.agentFor(caller, tuesday + 10_000)!.explanation.whyWaited).toBe(
      '10 s: everybody who may take fraud was busy or away until this agent became free.',
    );
  });
});

describe('a floor nobody can help on', () => {
  it('without agents, or with nobody who has the skill, finds nobody, says so and does not fail', () => {
    for (const floor of [floorWith(), floorWith({ ...agent('other', 1), skills: { cards: 5 } })]) {
      expect(floor.agentFor(caller, tuesday)).toBeUndefined();
      const facts = floor.measure(caller, tuesday);
      expect(facts).toMatchObject({ position: 1, agentFree: false, serving: 0 });
      expect(facts).not.toHaveProperty('expectedWaitSeconds');
    }
  });

  it('of a queue that is closed finds nobody', () => {
    const floor = floorWith(agent('best', 5));
    expect(floor.agentFor({ ...caller, queueOpen: false }, tuesday)).toBeUndefined();
  });
});

describe('an agent held in advance', () => {
  const twins = () => {
    const floor = floorWith(agent('one', 4), agent('two', 4));
    const [first] = [floor.bestFor({ ...caller, knownAgents: [] }, tuesday)!];
    return { floor, first };
  };
  const stranger: Handoff = { ...queued({ handoffId: 'other', conversationId: 'other' }) };

  it('is asked first by whom they are held for, and spared by others while somebody as good is free', () => {
    const { floor, first } = twins();
    floor.holds('bank').put({
      agentId: first,
      conversationId: caller.conversationId,
      queue: 'fraud',
      until: tuesday + 20_000,
    });
    expect(floor.agentFor(stranger, tuesday)!.agent.id).not.toBe(first);
    const own = floor.agentFor(caller, tuesday)!;
    expect(own.agent.id).toBe(first);
    expect(own.explanation.heldInAdvance).toBe(true);
  });

  it('is taken by a real request where nobody else can', () => {
    const floor = floorWith(agent('only', 4));
    floor.holds('bank').put({
      agentId: 'only',
      conversationId: caller.conversationId,
      queue: 'fraud',
      until: tuesday + 20_000,
    });
    expect(floor.agentFor(stranger, tuesday)!.agent.id).toBe('only');
  });

  it('is not asked by a conversation that comes to another queue than they were held for', () => {
    const { floor, first } = twins();
    const { conversationId } = caller;
    floor.holds('bank').put({ agentId: first, conversationId, queue: 'cards', until: tuesday + 20_000 });
    expect(floor.agentFor(caller, tuesday)!.explanation.heldInAdvance).toBe(false);
  });

  it('is let go when the time is over', () => {
    const { floor, first } = twins();
    floor.holds('bank').put({
      agentId: first,
      conversationId: caller.conversationId,
      queue: 'fraud',
      until: tuesday + 20_000,
    });
    expect(floor.agentFor(stranger, tuesday + 20_000)!.agent.id).toBe(first);
    expect(floor.holds('bank').expire(tuesday + 20_000)).toHaveLength(1);
    expect(floor.agentFor(caller, tuesday + 20_000)!.explanation.heldInAdvance).toBe(false);
  });
});
