import { compilePolicy } from './compile-policy.js';
import { type LintContext, lintPolicy } from './lint-policy.js';
import type { RuleSource } from './policy-source.js';
import { samplePolicy } from './sample-policy.js';

function lint(
  rules: readonly Partial<RuleSource>[],
  context: LintContext = {},
): { code: string; path: unknown }[] {
  const base = { reasons: ['x-any'], explain: { en: 'Why.', es: 'Por qué.' } };
  const source = { ...samplePolicy, rules: rules.map((rule, i) => ({ id: `rule-${i}`, ...base, ...rule })) };
  const compiled = compilePolicy(source, { languages: ['en', 'es'] });
  if (!compiled.ok) throw new Error(compiled.error.map((fault) => fault.message).join('\n'));
  return lintPolicy(compiled.value, context)
    .map(({ code, path }) => ({ code, path }))
    .filter(({ code }) => code !== 'no-safeguard');
}

const hard = { verdict: 'escalate' } as const;
const when = (code: string, index = 0): object => ({ code, path: ['rules', index, 'when'] });

describe('lintPolicy', () => {
  it('finds nothing in the sample', () => {
    const compiled = compilePolicy(samplePolicy, { languages: ['en', 'es'] });
    if (!compiled.ok) throw new Error('the sample does not compile');
    expect(lintPolicy(compiled.value, { queues: [{ name: 'all', serves: ['care', 'fraud'] }] })).toEqual([]);
  });

  it.each([
    ['a constant', 'false'],
    ['a value out of range', 'topics.fraud > 1.0'],
    ['a level that does not exist', 'affect.frustration >= 3'],
    ['parts that exclude each other', 'topics.fraud > 0.8 && topics.fraud < 0.3'],
    [
      'parts that exclude each other, far apart',
      'turn.index > 4 && bot.failed && intent.reserved && turn.index < 3',
    ],
    ['two channels at once', 'channel == "sms" && channel == "chat"'],
    ['arithmetic out of range', 'affect.urgency + affect.confusion > 4'],
  ])('finds a rule that can never fire: %s', (_, source) => {
    expect(lint([{ ...hard, when: source }])).toEqual([when('never-fires')]);
  });

  it.each([
    'topics.fraud > 0.5 && topics.fraud < 0.501',
    'affect.polarity < -0.4 && trajectory.polarityMean > -0.4',
    'turn.customerTurns * 2 > 9 && turn.customerTurns < 20',
    'intent.name.startsWith("card_") && customer.segment in ["gold", "private"]',
    'misunderstanding.count > 3 && affect.urgency + affect.confusion == 4 && channel != "sms" && offers.made == 0',
    '[1, 3, 5].exists(x, x == turn.index)',
  ])('leaves a rule alone that can fire: %s', (source) => {
    expect(lint([{ ...hard, when: source }])).toEqual([]);
  });

  it('finds a rule that fires on every turn', () => {
    expect(lint([{ ...hard, when: 'turn.customerTurns >= 0' }])).toEqual([when('always-fires')]);
  });

  it('finds a rule that another one makes pointless', () => {
    const wide = { ...hard, when: 'topics.fraud >= 0.5' };
    const narrow = { verdict: 'offer-human', when: 'topics.fraud >= 0.8 && customer.known' } as const;
    expect(lint([wide, narrow])).toEqual([{ code: 'shadowed', path: ['rules', 1] }]);
    expect(lint([narrow, wide])).toEqual([{ code: 'shadowed', path: ['rules', 0] }]);
    expect(lint([wide, { ...narrow, reasons: ['fraud'] }])).toEqual([]);
    expect(lint([wide, { ...narrow, priority: 'urgent' }])).toEqual([]);
    expect(lint([{ ...wide, verdict: 'clarify' }, narrow])).toEqual([]);
  });

  it('blames the later one of two equal rules', () => {
    const rule = { ...hard, when: 'bot.failed' };
    expect(lint([rule, rule])).toEqual([{ code: 'shadowed', path: ['rules', 1] }]);
  });

  it('finds a soft rule that a hard one makes pointless', () => {
    const rules = [
      { ...hard, when: 'turn.index > 2' },
      { weight: 0.5, when: 'turn.index > 5' },
    ];
    expect(lint(rules)).toEqual([{ code: 'shadowed', path: ['rules', 1] }]);
  });

  it('finds rules without effect and weights that reach nothing', () => {
    expect(lint([{ weight: 0, when: 'bot.failed' }])).toEqual([
      { code: 'no-effect', path: ['rules', 0, 'weight'] },
      { code: 'weights-too-low', path: ['thresholds', 'clarify'] },
    ]);
    expect(lint([{ verdict: 'continue', when: 'bot.failed' }])).toEqual([
      { code: 'no-effect', path: ['rules', 0, 'verdict'] },
    ]);
  });

  it('finds skills that no queue serves', () => {
    const rules = [{ ...hard, when: 'bot.failed', skills: ['care', 'fraud'] }];
    expect(lint(rules, { queues: [{ name: 'care', serves: ['care'] }] })).toEqual([
      { code: 'unserved-skill', path: ['rules', 0, 'skills', 1] },
    ]);
  });

  it('finds missing languages beside the first', () => {
    expect(lint([{ ...hard, when: 'bot.failed', explain: { en: 'Why.' } }])).toEqual([
      { code: 'missing-language', path: ['rules', 0, 'explain'] },
    ]);
  });

  it.each([
    ['a value a signal never has', 'misunderstanding.kind == "low_asr"', 'unknown-value'],
    ['one of several', 'channel in ["phone", "telegram"]', 'unknown-value'],
    ['an intent the bot does not have', 'intent.name == "card_lots"', 'unknown-intent'],
    ['a division by what can be 0', 'misunderstanding.count / turn.customerTurns >= 1', 'can-fail'],
  ])('finds %s', (_, source, code) => {
    const context = { intents: [{ name: 'card_lost', reserved: false }] };
    expect(lint([{ ...hard, when: source }], context)).toEqual([when(code)]);
  });

  it('leaves texts alone that only the company knows', () => {
    expect(lint([{ ...hard, when: 'customer.segment == "gold" || language.code in ["fr", "de"]' }])).toEqual(
      [],
    );
    expect(
      lint([{ ...hard, when: 'turn.customerTurns > 0 && misunderstanding.count / turn.customerTurns >= 1' }]),
    ).toEqual([]);
  });

  it('finds an intent kept for people that no rule hands over', () => {
    const intents = [
      { name: 'bereavement', reserved: true },
      { name: 'balance', reserved: false },
    ];
    const handled = { ...hard, when: 'intent.reserved && intent.confidence >= 0.7' };
    expect(lint([handled], { intents })).toEqual([]);
    expect(lint([{ ...hard, when: 'bot.failed' }], { intents })).toEqual([
      { code: 'unhandled-intent', path: ['intents', 0, 'reserved'] },
    ]);
  });

  it('finds promises to callers that are not kept, also in a cool-down', () => {
    const safeguards = (rules: readonly RuleSource[]): string[] => {
      const compiled = compilePolicy({ ...samplePolicy, rules });
      if (!compiled.ok) throw new Error('does not compile');
      return lintPolicy(compiled.value).flatMap(({ code, message }) =>
        code === 'no-safeguard' ? [message] : [],
      );
    };
    const all: RuleSource = {
      id: 'all',
      when: 'humanRequest.value || humanRequest.keyed || kinds.selfHarmRisk || kinds.domesticAbuse',
      verdict: 'escalate',
      reasons: ['risk'],
      explain: { en: 'Why.' },
    };
    expect(safeguards([all])).toEqual([]);
    const { verdict: _, ...soft } = all;
    // However heavy, a weight is held back after a declined offer: no safeguard.
    expect(safeguards([{ ...soft, weight: 1 }])).toHaveLength(4);
    expect(safeguards([{ ...all, when: 'kinds.selfHarmRisk && offers.declined == 0' }])).toHaveLength(4);
  });
});
