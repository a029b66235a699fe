import fc from 'fast-check';
import { chooseQueue } from './choose-queue.js';
import { lintRouting, type RoutingLintInput } from './lint-routing.js';
import type { OpeningHours, QueuePolicy } from './routing-policy.js';

/** Monday 2026-08-03, 00:00 UTC. */
const now = Date.UTC(2026, 7, 3);
const office: OpeningHours = { timezone: 'UTC', open: [{ days: ['mon'], from: '09:00', to: '17:00' }] };
const queue = (name: string, serves: string[], more: Partial<QueuePolicy> = {}): QueuePolicy => ({
  name,
  skills: serves.slice(0, 1),
  serves,
  hours: 'always',
  ...more,
});

function lint(
  queues: QueuePolicy[],
  asked: RoutingLintInput['asked'] = [],
  skills = ['fraud', 'care', 'general'],
) {
  const routing = { queues, defaultQueue: 'general', skills: skills.map((name) => ({ name })) };
  return lintRouting({ routing, asked, now }).map(({ code, path }) => `${code} ${path.join('.')}`);
}

const general = queue('general', ['general']);
const fraud = queue('fraud', ['fraud']);
const care = queue('care', ['care']);

describe('lintRouting', () => {
  it('finds nothing in a routing that works', () => {
    expect(lint([fraud, care, general])).toEqual([]);
  });

  it('finds a queue that no caller reaches', () => {
    expect(lint([fraud, care, queue('late', ['fraud']), general])).toEqual([
      'unreachable-queue queues.2.serves',
    ]);
    expect(lint([fraud, care, queue('idle', [], { skills: [] }), general])).toEqual([
      'unreachable-queue queues.2.serves',
    ]);
  });

  it('leaves a queue alone that others overflow to, and the default', () => {
    const over = queue('fraud', ['fraud'], { steps: [{ afterSeconds: 30, overflow: 'late' }] });
    expect(
      lint([over, care, queue('late', [], { skills: [] }), queue('general', [], { skills: ['general'] })]),
    ).toEqual([]);
  });

  it('finds a skill that a queue before takes', () => {
    expect(lint([fraud, queue('care', ['care', 'fraud']), general])).toEqual([
      'shadowed-skill queues.1.serves.1',
    ]);
  });

  it('finds a skill that nothing needs', () => {
    expect(lint([fraud, care, general], [], ['fraud', 'care', 'general', 'cards'])).toEqual([
      'unused-skill skills.3',
    ]);
    expect(
      lint(
        [fraud, care, general],
        [{ ruleId: 'r', skills: ['cards'], priority: 'low' }],
        ['fraud', 'care', 'general', 'cards'],
      ),
    ).toEqual([]);
  });

  it('finds hours in which nobody ever comes', () => {
    const never: OpeningHours = { timezone: 'UTC', open: [] };
    expect(lint([fraud, queue('care', ['care'], { hours: never }), general])).toEqual([
      'never-opens queues.1.hours',
    ]);
    const easter: OpeningHours = {
      timezone: 'UTC',
      open: [{ days: ['mon'], from: '09:00', to: '17:00' }],
      closed: Array.from({ length: 60 }, (_, week) =>
        new Date(now + week * 7 * 86_400_000).toISOString().slice(0, 10),
      ),
    };
    expect(lint([fraud, queue('care', ['care'], { hours: easter }), general])).toEqual([
      'never-opens queues.1.hours',
    ]);
  });

  it('finds urgent callers whom nobody answers, once a queue', () => {
    const asked = ['one', 'two'].map((ruleId) => ({
      ruleId,
      skills: ['fraud'],
      priority: 'urgent' as const,
    }));
    const closed = [
      queue('fraud', ['fraud'], { hours: office }),
      care,
      queue('general', ['general'], { hours: office }),
    ];
    expect(lint(closed, asked)).toEqual(['urgent-unanswered queues.0.hours']);
    expect(lint([closed[0]!, care, general], asked)).toEqual([]);
    expect(
      lint(
        closed,
        asked.map((one) => ({ ...one, priority: 'high' as const })),
      ),
    ).toEqual([]);
  });

  it('finds weights that cannot count, count for everybody, change nothing or name what nobody is', () => {
    const weights = queue('fraud', ['fraud'], {
      priority: [
        { when: 'caller.urgency >= 3', add: 60 },
        { when: 'caller.priority == "urgnt"', add: 60 },
        { when: 'caller.vulnerable', add: 0 },
        { when: 'caller.intent == "lost_crd"', add: 5 },
      ],
      prefer: [
        { when: 'agent.load >= 0', add: 1 },
        { when: '10 / agent.load > 1', add: 1 },
        { when: 'agent.knowsCustomer', add: 50 },
        { per: 'agent.proficiency', add: 10 },
      ],
    });
    const found = lintRouting({
      routing: {
        queues: [weights, care, general],
        defaultQueue: 'general',
        skills: ['fraud', 'care', 'general'].map((name) => ({ name })),
      },
      asked: [],
      intents: ['lost_card'],
      now,
    });
    expect(found.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'never-fires queues.0.priority.0.when',
      'unknown-value queues.0.priority.1.when',
      'no-effect queues.0.priority.2.add',
      'unknown-value queues.0.priority.3.when',
      'always-fires queues.0.prefer.0.when',
      'can-fail queues.0.prefer.1.when',
    ]);
    expect(found[1]!.instead).toBe('Did you mean urgent?');
  });

  it('is right about reach: a queue it calls unreachable is chosen for no set of skills', () => {
    const skills = ['a', 'b', 'c'];
    const someQueues = fc.uniqueArray(
      fc.record({ name: fc.constantFrom('q', 'r', 's', 't'), serves: fc.subarray(skills) }),
      { selector: ({ name }) => name, minLength: 1 },
    );
    fc.assert(
      fc.property(someQueues, fc.subarray(skills), (queues, need) => {
        const all = [...queues.map(({ name, serves }) => queue(name, serves)), general];
        const found = lintRouting({
          routing: { queues: all, defaultQueue: 'general', skills: [] },
          asked: [],
          now,
        });
        const chosen = chooseQueue(
          { queues: all, defaultQueue: 'general' },
          { skills: need, language: 'en', priority: 'low', now },
        );
        const at = all.findIndex(({ name }) => name === chosen.queue);
        expect(
          found.filter(({ code }) => code === 'unreachable-queue').map(({ path }) => path[1]),
        ).not.toContain(at);
      }),
    );
  });
});
