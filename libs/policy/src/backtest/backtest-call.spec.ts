import fc from 'fast-check';
import { compilePolicy } from '../compile-policy.js';
import { decide } from '../decide.js';
import type { PolicySource, RuleSource } from '../policy-source.js';
import { samplePolicy } from '../sample-policy.js';
import { neutralSignals, type Signals } from '../signals.js';
import { backtestCall, type CallComparison } from './backtest-call.js';
import { backtestTally } from './backtest-report.js';
import { completeSignals } from './recorded-call.js';
import { arbitraryCaller, live, type CallerTurn } from './sample-world.js';

function policy(
  change: (rule: RuleSource) => Partial<RuleSource> | null = () => ({}),
  head: Partial<PolicySource> = {},
) {
  const rules = samplePolicy.rules.flatMap((rule) => {
    const changed = change(rule);
    return changed === null ? [] : [{ ...rule, ...changed }];
  });
  const compiled = compilePolicy({ ...samplePolicy, ...head, rules });
  if (!compiled.ok) throw new Error(compiled.error.map(({ message }) => message).join('\n'));
  return (signals: Signals) => decide(compiled.value, signals);
}

const today = policy();
const without = (id: string) => policy((rule) => (rule.id === id ? null : {}));

/** A caller of whom only these parts are not neutral. */
function caller(
  ...turns: { said?: { [G in keyof Signals]?: object | string }; answer?: CallerTurn['answer'] }[]
) {
  return turns.map(({ said = {}, answer = 'neither' }): CallerTurn => {
    const signals: Record<string, unknown> = { ...neutralSignals() };
    for (const [group, fields] of Object.entries(said))
      signals[group] = { ...(signals[group] as object), ...(fields as object) };
    return { said: signals as Signals, answer };
  });
}

const failedTwice = { misunderstanding: { consecutive: 2 } };
const fraud = { topics: { fraud: 0.9 } };
const annoyed = { affect: { frustration: 1 } };

const backtest = (turns: readonly CallerTurn[], next: typeof today): CallComparison =>
  backtestCall(live('call', turns, today), next);

describe('a recorded conversation under another policy', () => {
  it('is the same under the same policy, to the byte', () => {
    fc.assert(
      fc.property(arbitraryCaller, (turns) => {
        const recorded = live('call', turns, today);
        const compared = backtestCall(recorded, today);
        expect(compared).toMatchObject({ change: 'same', certainty: 'certain' });
        expect(compared.turns.map(({ after }) => after)).toEqual(
          recorded.turns.map(({ outcome }) => outcome),
        );
      }),
    );
  });

  it('loses an escalation, and says that the recording ends there', () => {
    const compared = backtest(caller({}, { said: fraud }), without('fraud-reported'));
    expect(compared).toMatchObject({
      change: 'lost',
      certainty: 'open',
      before: { turnIndex: 3, reasons: ['fraud'] },
    });
    expect(compared).not.toHaveProperty('after');
  });

  it('gains one, for certain where nothing differed before', () => {
    const eager = policy((rule) => (rule.id === 'frustration-rising' ? { weight: 0.9 } : {}));
    expect(backtest(caller({}, { said: annoyed }), eager)).toMatchObject({
      change: 'gained',
      certainty: 'certain',
      after: { turnIndex: 3, customerTurns: 2 },
    });
  });

  it('has one earlier or elsewhere', () => {
    const eager = policy((rule) => (rule.id === 'misunderstood-twice' ? { verdict: 'escalate' } : {}));
    const turns = caller({}, { said: failedTwice }, { said: fraud });
    expect(backtest(turns, eager)).toMatchObject({ change: 'earlier', turnsLater: -1, certainty: 'certain' });
    const calm = policy((rule) => (rule.id === 'fraud-reported' ? { priority: 'normal' } : {}));
    expect(backtest(turns, calm)).toMatchObject({
      change: 'elsewhere',
      turnsLater: 0,
      after: { priority: 'normal' },
    });
  });

  it('takes back the answer to an offer that is not made any more', () => {
    const turns = caller({ said: failedTwice }, { answer: 'yes' });
    const compared = backtest(turns, without('misunderstood-twice'));
    expect(compared).toMatchObject({ change: 'lost', before: { turnIndex: 3, reasons: ['human-request'] } });
    expect(compared.turns[1]).toMatchObject({ answersNothing: true, whatIf: true });
    expect(compared.turns[1]!.signals.humanRequest).toMatchObject({ value: false, count: 0 });
  });

  it('forgets the cool-down after a refusal of an offer that is not made any more', () => {
    const furious = { affect: { frustration: 2, polarity: -0.8 }, misunderstanding: { count: 1 } };
    const turns = caller({ said: failedTwice }, { answer: 'no' }, { said: furious });
    // Today the caller declined a person a turn before, so anger is held back; without the offer nothing was declined.
    const low = { thresholds: { clarify: 0.2, offerHuman: 0.3, escalate: 0.4 } };
    const recorded = live('call', turns, policy(undefined, low));
    expect(recorded.turns.map(({ outcome }) => outcome.verdict)).toEqual([
      'offer-human',
      'continue',
      'clarify',
    ]);
    const next = policy((rule) => (rule.id === 'misunderstood-twice' ? null : {}), low);
    const compared = backtestCall(recorded, next);
    expect(compared.turns[2]!.signals.offers).toEqual({ made: 0, declined: 0, turnsSinceDecline: -1 });
    expect(compared).toMatchObject({ change: 'gained', certainty: 'what-if', after: { turnIndex: 5 } });
  });

  it('is what living through it gives, where the new policy makes no offer the old one did not', () => {
    const fewer = [
      without('misunderstood-twice'),
      without('fraud-reported'),
      policy((rule) => (rule.verdict === 'offer-human' ? { verdict: 'clarify' } : {})),
      policy((rule) => (rule.verdict === 'offer-human' ? { verdict: 'escalate' } : {})),
      policy(undefined, { coolDownTurns: 0 }),
    ];
    fc.assert(
      fc.property(arbitraryCaller, fc.constantFrom(...fewer), (turns, next) => {
        const recorded = live('call', turns, today);
        const truth = live('call', turns, next);
        const compared = backtestCall(recorded, next);
        const newOffer = compared.turns.some(
          ({ before, after }) => after.verdict === 'offer-human' && before?.verdict !== 'offer-human',
        );
        if (newOffer) return;
        const heard = truth.turns.slice(0, compared.turns.length);
        expect(compared.turns.map(({ signals }) => signals)).toEqual(heard.map(({ signals }) => signals));
        expect(compared.turns.map(({ after }) => after)).toEqual(heard.map(({ outcome }) => outcome));
      }),
      { numRuns: 300 },
    );
  });

  it('never claims as certain what living through it contradicts', () => {
    const others = [
      policy(undefined, { thresholds: { clarify: 0.1, offerHuman: 0.2, escalate: 0.6 } }),
      ...['angry', 'misunderstood', 'self-harm'].map(without),
    ];
    fc.assert(
      fc.property(arbitraryCaller, fc.constantFrom(...others), (turns, next) => {
        const compared = backtestCall(live('call', turns, today), next);
        if (compared.certainty !== 'certain' || compared.change === 'same') return;
        const truth = live('call', turns, next).turns.find(({ outcome }) => outcome.verdict === 'escalate');
        expect(compared.after?.turnIndex).toBe(truth?.turnIndex);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a recorded snapshot', () => {
  it('is completed with neutral values and says which', () => {
    const { signals, missing } = completeSignals({ topics: { fraud: 0.7 }, channel: 3 });
    expect(signals.topics.fraud).toBe(0.7);
    expect(signals.channel).toBe('phone');
    expect(missing).toContain('channel');
    expect(missing).not.toContain('topics.fraud');
  });

  it('is never more than the signals there are', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(Object.keys(completeSignals(anything).signals).sort()).toEqual(
          Object.keys(neutralSignals()).sort(),
        );
      }),
    );
  });
});

describe('many conversations', () => {
  it('are added up by what changed, by reason, rule and queue', () => {
    const tally = backtestTally((skills) => skills[0] ?? 'general');
    const next = without('fraud-reported');
    tally.add(backtest(caller({ said: fraud }), next));
    tally.add(backtest(caller({ said: { ...fraud, humanRequest: { value: true } } }), next));
    tally.add(backtest(caller({}, {}), next));
    expect(tally.report()).toMatchObject({
      calls: 3,
      turns: 4,
      escalations: { before: 2, after: 1 },
      changes: { same: 1, lost: 1, elsewhere: 1, gained: 0 },
      uncertain: { lost: 1 },
      verdicts: { escalate: { escalate: 1, continue: 1 }, continue: { continue: 2 } },
      byReason: [
        { name: 'fraud', before: 2, after: 0, lost: 1 },
        { name: 'human-request', before: 1, after: 1, lost: 0 },
      ],
      byQueue: [
        { name: 'fraud', before: 2, after: 0 },
        { name: 'general', before: 0, after: 1 },
      ],
    });
  });

  it('sum up: every call is one change, and gained and lost account for the difference', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCaller, { maxLength: 10 }), (callers) => {
        const tally = backtestTally(() => 'any');
        for (const turns of callers) tally.add(backtest(turns, without('misunderstood-twice')));
        const { calls, changes, escalations } = tally.report();
        expect(Object.values(changes).reduce((sum, n) => sum + n, 0)).toBe(calls);
        expect(escalations.after - escalations.before).toBe(changes.gained - changes.lost);
      }),
      { numRuns: 50 },
    );
  });
});
