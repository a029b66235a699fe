import fc from 'fast-check';
import { arbitrarySignals } from './arbitrary-signals.js';
import { compilePolicy } from './compile-policy.js';
import { compileCondition } from './condition.js';
import { decide } from './decide.js';
import { samplePolicy } from './sample-policy.js';
import { neutralSignals, SIGNALS, type Signals } from './signals.js';
import { VERDICTS } from './verdict.js';

/** Conditions as a clumsy or hostile author writes them: every construct of CEL, fitting or not, nested. */
const { source } = fc.letrec<{ source: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    fc.constantFrom(
      ...SIGNALS.map(({ name }) => name),
      'nope',
      'topics',
      'offers.mad',
      'x',
      'null',
      'true',
      'b"x"',
    ),
    fc.integer().map(String),
    fc.double({ noNaN: true }).map((n) => n.toExponential()),
    fc.constantFrom(
      '0',
      '1',
      '9223372036854775807',
      '-9223372036854775808',
      '0u',
      '1.0',
      '""',
      '"premier"',
      '[1, 2, 0]',
      '{}',
    ),
    fc.string({ maxLength: 6 }).map((text) => JSON.stringify(text)),
  ),
  source: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    tie('atom'),
    fc
      .tuple(
        tie('source'),
        fc.constantFrom('==', '!=', '<', '>=', '&&', '||', '+', '-', '*', '/', '%', 'in'),
        tie('source'),
      )
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(tie('source'), tie('source'), tie('source')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc
      .tuple(
        fc.constantFrom(
          '!',
          '-',
          'size',
          'int',
          'double',
          'string',
          'has',
          'type',
          'dyn',
          'timestamp',
          'bytes',
        ),
        tie('source'),
      )
      .map(([f, a]) => `${f}(${a})`),
    fc
      .tuple(
        tie('source'),
        fc.constantFrom('contains', 'startsWith', 'matches', 'lowerAscii', 'split', 'size', 'join'),
        tie('source'),
      )
      .map(([a, method, b]) => `${a}.${method}(${method === 'lowerAscii' ? '' : b})`),
    fc
      .tuple(
        fc.array(tie('source'), { maxLength: 5 }),
        fc.constantFrom('exists', 'all', 'exists_one', 'map', 'filter'),
        tie('source'),
      )
      .map(([list, macro, body]) => `[${list.join(', ')}].${macro}(x, ${body})`),
    fc.tuple(tie('source'), tie('source')).map(([a, b]) => `${a}[${b}]`),
  ),
}));

const named = (type: string): fc.Arbitrary<string> =>
  fc.constantFrom(...SIGNALS.filter((signal) => signal.type === type).map(({ name }) => name));
const binary = (of: fc.Arbitrary<string>, ops: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(of, fc.constantFrom(...ops), of).map(([a, op, b]) => `(${a} ${op} ${b})`);

/** Conditions whose types fit, full of what fails only when it runs: division by zero, overflow, numbers that are none. */
const { condition } = fc.letrec<{ int: string; double: string; text: string; condition: string }>((tie) => ({
  int: fc.oneof(
    { depthSize: 'small' },
    named('int'),
    fc.constantFrom('0', '1', '7', '9223372036854775807', '-9223372036854775807'),
    binary(tie('int'), ['+', '-', '*', '/', '%']),
    fc.oneof(
      tie('text').map((text) => `size(${text})`),
      tie('double').map((n) => `int(${n})`),
      tie('text').map((text) => `int(${text})`),
    ),
  ),
  double: fc.oneof(
    { depthSize: 'small' },
    named('double'),
    fc.constantFrom('0.0', '0.5', '1e308', '-1e308'),
    binary(tie('double'), ['+', '-', '*', '/']),
    tie('int').map((n) => `double(${n})`),
  ),
  text: fc.oneof(
    { depthSize: 'small' },
    named('string'),
    fc.constantFrom('""', '"7"', '"gold"'),
    binary(tie('text'), ['+']),
    tie('int').map((n) => `string(${n})`),
  ),
  condition: fc.oneof(
    { depthSize: 'small' },
    named('bool'),
    ...(['int', 'double', 'text'] as const).map((type) => binary(tie(type), ['==', '!=', '<', '>='])),
    binary(tie('condition'), ['&&', '||']),
    tie('condition').map((a) => `!${a}`),
    fc.tuple(tie('condition'), tie('condition'), tie('condition')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc
      .tuple(tie('text'), fc.constantFrom('contains', 'startsWith', 'endsWith'), tie('text'))
      .map(([a, f, b]) => `${a}.${f}(${b})`),
    fc
      .tuple(tie('int'), fc.constantFrom('exists', 'all', 'exists_one'), tie('int'))
      .map(([a, f, b]) => `[0, 1, ${a}].${f}(x, x / ${b} > 1)`),
  ),
}));

/** Signals no service would send: anything in any place. */
const hostileSignals = fc
  .tuple(arbitrarySignals, fc.array(fc.tuple(fc.constantFrom(...SIGNALS), fc.anything()), { maxLength: 5 }))
  .map(([signals, changes]) => {
    const nested = structuredClone(signals) as unknown as Record<string, Record<string, unknown>>;
    for (const [{ name }, value] of changes) {
      const [group, field] = name.split('.') as [string, string | undefined];
      if (field === undefined) nested[group] = value as never;
      else if (typeof nested[group] === 'object') nested[group][field] = value;
    }
    return nested as unknown as Signals;
  });

const safety = samplePolicy.rules[0]!;

describe('any condition at all', () => {
  it('is compiled or refused with advice, never thrown', () => {
    fc.assert(
      fc.property(
        fc.oneof(source, fc.string({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 80 })),
        (text) => {
          const compiled = compileCondition(text);
          if (compiled.ok) {
            expect(compiled.value.steps).toBeLessThanOrEqual(2_000);
            return;
          }
          expect(compiled.error.length).toBeGreaterThan(0);
          for (const { message, instead } of compiled.error)
            expect(message.length * instead.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never stops a decision, and never keeps another rule from deciding', () => {
    let accepted = 0;
    let failed = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 5, arbitrary: condition }, source), hostileSignals, (when, hostile) => {
        const rule = { id: 'odd', when, weight: 0.5, reasons: ['x-odd'], explain: { en: 'Why.' } };
        const compiled = compilePolicy({ ...samplePolicy, limits: [], rules: [rule, safety] });
        if (!compiled.ok) return;
        accepted += 1;
        const decision = decide(compiled.value, hostile);
        expect(VERDICTS).toContain(decision.verdict);
        failed += decision.failedRules.some(({ error }) => !error.startsWith('bad-signal')) ? 1 : 0;
        expect(new Set(decision.failedRules.map(({ ruleId }) => ruleId)).size).toBe(
          decision.failedRules.length,
        );
        const danger = { ...neutralSignals(), kinds: { ...neutralSignals().kinds, selfHarmRisk: true } };
        expect(decide(compiled.value, danger).verdict).toBe('escalate');
      }),
      { numRuns: 600 },
    );
    expect(accepted).toBeGreaterThan(200);
    expect(failed).toBeGreaterThan(5);
  });
});

describe('work a policy may ask for', () => {
  const wide = `[${Array.from({ length: 90 }, (_, i) => i).join(', ')}].exists(x, x == turn.index + 3 || x > 200)`;

  it('is bounded a condition', () => {
    const nested = `${wide.replace('x > 200', `${wide.replaceAll('x', 'y')}`)}`;
    const compiled = compileCondition(nested);
    expect(compiled.ok ? [] : compiled.error.map(({ code }) => code)).toContain('too-costly');
  });

  it('is bounded a policy', () => {
    const rules = Array.from({ length: 60 }, (_, i) => ({ ...safety, id: `rule-${i}`, when: wide }));
    const compiled = compilePolicy({ ...samplePolicy, rules });
    expect(compiled.ok ? [] : compiled.error).toMatchObject([{ code: 'too-costly', path: ['rules'] }]);
    expect(compilePolicy({ ...samplePolicy, rules: rules.slice(0, 10) }).ok).toBe(true);
  });

  it('does not grow with what a caller sends: a text longer than any name is no signal', () => {
    const rule = { ...safety, id: 'gold', when: 'customer.segment.contains("gold")' };
    const compiled = compilePolicy({ ...samplePolicy, rules: [rule] });
    if (!compiled.ok) throw new Error('does not compile');
    const signals = neutralSignals();
    signals.customer.segment = `${'x'.repeat(1_000_000)}gold`;
    expect(decide(compiled.value, signals)).toMatchObject({
      verdict: 'continue',
      failedRules: [{ ruleId: 'gold', error: 'bad-signal: customer.segment' }],
    });
    signals.customer.segment = 'gold';
    expect(decide(compiled.value, signals).verdict).toBe('escalate');
  });
});
