import fc from 'fast-check';
import { eligible, nextStepAt } from './eligible.js';
import { estimateWait } from './estimate-wait.js';
import { type Candidate, candidateOf, rank } from './rank.js';
import type { QueuePolicy, RoutingPolicy } from './routing-policy.js';

const fraud: QueuePolicy = {
  name: 'fraud',
  skills: ['fraud'],
  serves: ['fraud'],
  hours: 'always',
  minProficiency: 4,
  steps: [
    { afterSeconds: 30, minProficiency: 2 },
    { afterSeconds: 45, language: 'any' },
    { afterSeconds: 90, overflow: 'general' },
  ],
};
const general: QueuePolicy = { name: 'general', skills: ['general'], serves: [], hours: 'always' };
const routing: RoutingPolicy = { queues: [fraud, general], defaultQueue: 'general' };
const need = { skills: ['fraud'], language: 'es', priority: 'normal' } as const;

const expert = { id: 'a', skills: { fraud: 5 }, languages: ['es-MX'] };
const junior = { id: 'b', skills: { fraud: 2 }, languages: ['es'] };
const english = { id: 'c', skills: { fraud: 5 }, languages: ['en'] };
const generalist = { id: 'd', skills: { general: 3 }, languages: ['en'] };

describe('eligible', () => {
  const okAfter = (seconds: number): string[] =>
    [expert, junior, english, generalist]
      .filter((agent) => eligible(agent, fraud, need, seconds, routing).ok)
      .map((agent) => agent.id);

  it('relaxes as the caller waits: proficiency, then language, then overflow', () => {
    expect(okAfter(0)).toEqual(['a']);
    expect(okAfter(30)).toEqual(['a', 'b']);
    expect(okAfter(45)).toEqual(['a', 'b', 'c']);
    expect(okAfter(90)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('says what is missing, and which queue let them in', () => {
    expect(eligible(english, fraud, need, 0).why).toBe('Does not speak es.');
    expect(eligible(junior, fraud, need, 0).why).toBe('Lacks fraud at proficiency 4.');
    expect(eligible(generalist, fraud, need, 90, routing)).toMatchObject({ ok: true, via: 'general' });
  });

  it('never takes back who was eligible', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (a, b) => {
        const [early, late] = [okAfter(Math.min(a, b)), okAfter(Math.max(a, b))];
        expect(late).toEqual(expect.arrayContaining(early));
      }),
    );
  });

  it('knows when the next step comes', () => {
    expect([nextStepAt(fraud, 0), nextStepAt(fraud, 30), nextStepAt(fraud, 90)]).toEqual([30, 45, undefined]);
  });
});

describe('rank', () => {
  it('asks the most proficient, then who speaks the language, then the longest idle, then the lowest id', () => {
    const candidate = (
      agentId: string,
      proficiency: number,
      languageFit: boolean,
      idleSince: number,
    ): Candidate => ({
      agentId,
      proficiency,
      languageFit,
      idleSince,
    });
    const ranked = rank([
      candidate('e', 3, true, 20),
      candidate('d', 3, true, 20),
      candidate('c', 3, true, 10),
      candidate('b', 3, false, 0),
      candidate('a', 5, false, 90),
    ]);
    expect(ranked.map((c) => c.agentId)).toEqual(['a', 'c', 'd', 'e', 'b']);
  });

  it('does not depend on the order it is given', () => {
    const agent = fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      skills: fc.record({ fraud: fc.integer({ min: 1, max: 5 }) }),
      languages: fc.constantFrom(['es'], ['en']),
      idleSince: fc.nat(3),
    });
    const shuffled = fc
      .uniqueArray(agent, { selector: (a) => a.id, maxLength: 12 })
      .chain((agents) =>
        fc.tuple(fc.constant(agents), fc.shuffledSubarray(agents, { minLength: agents.length })),
      );
    fc.assert(
      fc.property(shuffled, ([agents, others]) => {
        const order = (list: typeof agents): Candidate[] =>
          rank(list.map((a) => candidateOf(a, fraud, need)));
        expect(order(others)).toEqual(order(agents));
      }),
    );
  });
});

describe('estimateWait', () => {
  it('multiplies position by handle time over agents, and is honest where nobody serves', () => {
    expect(estimateWait({ position: 3, agentsServing: 2, averageHandleSeconds: 300 })).toBe(450);
    expect(estimateWait({ position: 0, agentsServing: 2, averageHandleSeconds: 300 })).toBe(0);
    expect(estimateWait({ position: 1, agentsServing: 0, averageHandleSeconds: 300 })).toBeUndefined();
  });
});
