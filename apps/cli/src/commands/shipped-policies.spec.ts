import type { Pack } from '@baton/packs';
import {
  compilePolicy,
  decide,
  explain,
  neutralSignals,
  replay,
  type PolicySource,
  type Signals,
} from '@baton/policy';
import { openPack } from '../open-pack.js';

const LAW_AND_SAFETY = [
  'vulnerability',
  'fraud',
  'legal-complaint',
  'regulator-complaint',
  'data-rights',
  'payment-card-data',
  'minor',
  'insurance-claim-dispute',
  'healthcare-authorization',
  'human-request',
  'callback-request',
];

function turn(changes: { [G in keyof Signals]?: object | string }): Signals {
  const signals: Record<string, unknown> = { ...neutralSignals() };
  for (const [group, fields] of Object.entries(changes))
    signals[group] = typeof fields === 'string' ? fields : { ...(signals[group] as object), ...fields };
  return signals as Signals;
}

const declined = { offers: { made: 1, declined: 1, turnsSinceDecline: 1 } };

const mustReachAPerson: [string, { [G in keyof Signals]?: object }][] = [
  ['risk of self-harm', { kinds: { selfHarmRisk: true } }],
  ['abuse at home', { kinds: { domesticAbuse: true } }],
  ['a death', { kinds: { bereavement: true } }],
  ['fraud', { topics: { fraud: 0.6 } }],
  ['legal action', { topics: { legalComplaint: 0.6 } }],
  ['a regulator', { topics: { regulatorComplaint: 0.6 } }],
  ['a data right', { topics: { dataRights: 0.6 } }],
  ['a card number said', { topics: { paymentCardData: 1 } }],
  ['a minor', { topics: { minor: 0.6 } }],
  ['a request for a person', { humanRequest: { value: true, score: 0.6, count: 1 } }],
  ['zero', { humanRequest: { value: true, keyed: true, score: 1, count: 1 } }],
  ['a wish to be called back', { humanRequest: { callback: true, score: 0.6 } }],
  ['a language the bot does not speak', { language: { code: 'nl', supported: false } }],
];

const botsTrouble: [string, { [G in keyof Signals]?: object }][] = [
  ['two failed turns', { misunderstanding: { count: 2, consecutive: 2, kind: 'no-match' } }],
  ['three failed turns', { misunderstanding: { count: 3, consecutive: 1, kind: 'repeat' } }],
  ['circles', { misunderstanding: { repeats: 2 } }],
  ['a bad line', { misunderstanding: { kind: 'low-asr', lowAsr: 2 } }],
  [
    'anger',
    { affect: { frustration: 2, polarity: -0.9 }, trajectory: { frustratedTurns: 3, frustrationMax: 2 } },
  ],
];

describe.each(['bank', 'health', 'starter'])('the policy of %s', (name) => {
  const pack: Pack = openPack(name);
  const compiled = compilePolicy(pack.escalation, { languages: pack.languages });
  if (!compiled.ok) throw new Error('does not compile');
  const policy = compiled.value;

  it.each(mustReachAPerson)('hands over, also after a refusal: %s', (_, happens) => {
    for (const signals of [turn(happens), turn({ ...happens, ...declined })]) {
      const decision = decide(policy, signals);
      expect(decision.verdict).toBe('escalate');
      expect(decision.matched.some(({ hard, held }) => hard && !held)).toBe(true);
    }
  });

  it.each(botsTrouble)('respects a refusal in the face of %s', (_, happens) => {
    expect(['offer-human', 'escalate']).toContain(decide(policy, turn(happens)).verdict);
    const held = decide(policy, turn({ ...happens, ...declined }));
    expect(held.verdict).toBe('clarify');
    expect(held.heldBack).toBeDefined();
    const later = turn({ ...happens, offers: { made: 1, declined: 1, turnsSinceDecline: 4 } });
    expect(['offer-human', 'escalate']).toContain(decide(policy, later).verdict);
  });

  it('lets no rule for safety, law or a request give way to a refusal', () => {
    const yielding = policy.rules.filter((rule) => rule.hard && rule.unlessDeclined);
    expect(
      yielding.flatMap(({ reasons }) => reasons).filter((reason) => LAW_AND_SAFETY.includes(reason)),
    ).toEqual([]);
    expect(yielding.length).toBeGreaterThan(0);
  });

  it('has other limits for a segment, for vulnerable callers and for slow channels', () => {
    const { affect } = neutralSignals();
    const annoyed = turn({
      affect: { ...affect, frustration: 1 },
      misunderstanding: { count: 1, consecutive: 1, kind: 'no-match' },
    });
    const verdictFor = (change: { [G in keyof Signals]?: object | string }): string => {
      const merged: Record<string, unknown> = { ...annoyed };
      for (const [group, fields] of Object.entries(change))
        merged[group] = typeof fields === 'string' ? fields : { ...(merged[group] as object), ...fields };
      return decide(policy, merged as Signals).verdict;
    };
    const segment = { bank: 'premier', health: 'senior', starter: 'business' }[name]!;
    expect(['continue', 'clarify']).toContain(verdictFor({}));
    expect(verdictFor({ customer: { vulnerable: true } })).toBe('offer-human');
    expect(['clarify', 'offer-human']).toContain(verdictFor({ customer: { segment } }));
    expect(decide(policy, turn({ customer: { segment } })).limits).toBeDefined();
    const angry = {
      affect: { frustration: 2, polarity: -0.9 },
      offers: { made: 1, declined: 1, turnsSinceDecline: 2 },
    };
    expect(decide(policy, turn(angry)).verdict).toBe('clarify');
    expect(['offer-human', 'escalate']).toContain(
      decide(policy, turn({ ...angry, channel: 'email' })).verdict,
    );
  });

  it('explains every rule in every language of the pack, and derives its decisions again', () => {
    for (const [, happens] of [...mustReachAPerson, ...botsTrouble]) {
      const signals = turn(happens);
      const decision = decide(policy, signals);
      for (const language of pack.languages) {
        const sentences = explain(policy, decision, language);
        expect(sentences.length).toBeGreaterThan(0);
        expect(sentences.join(' ')).not.toMatch(/\{\{/);
      }
      expect(replay(pack.escalation as PolicySource, { decision, signals }).same).toBe(true);
    }
  });
});
