import fc from 'fast-check';
import { arbitrarySignals } from './arbitrary-signals.js';
import { type Condition, compileCondition } from './condition.js';
import { TURN_VOCABULARY } from './vocabulary.js';
import { SIGNALS } from './signals.js';
import { takeSnapshot } from './snapshot.js';

function faultsOf(source: string): { code: string; instead: string }[] {
  const compiled = compileCondition(source);
  return compiled.ok ? [] : compiled.error.map(({ code, instead }) => ({ code, instead }));
}

function compiled(source: string): Condition {
  const result = compileCondition(source);
  if (!result.ok) throw new Error(`${source}: ${result.error[0]!.message}`);
  return result.value;
}

describe('compileCondition', () => {
  it.each([
    ['topics.frud > 0.5', 'unknown-signal', 'topics.fraud'],
    ['topic.fraud > 0.5', 'unknown-signal', 'topics.fraud'],
    ['frustration > 0', 'unknown-signal', 'affect.frustration'],
    ['topics > 0.5', 'unknown-signal', 'topics.minor'],
    ['channel == phone', 'unknown-signal', 'quotes'],
    ['topics.fraud == 1', 'type-error', '1.0'],
    ['misunderstanding.count + topics.fraud > 1.0', 'type-error', 'double('],
    ['channel > 1', 'type-error', 'quotes'],
    ['topics.fraud', 'not-boolean', '>='],
    ['channel', 'not-boolean', '=='],
    ['turn.empty and bot.failed', 'syntax', '&&'],
    ['channel = "phone"', 'syntax', '=='],
    ['channel === "phone"', 'syntax', 'two characters'],
    ['', 'syntax', 'CEL'],
    ['intent.name.matches("(a+)+$")', 'unsupported', 'startsWith'],
    ['has(topics.fraud)', 'unsupported', 'Leave has() out'],
    ['topics["fraud"] > 0.5', 'unsupported', 'comparisons'],
    ['[1, 2].map(x, x + 1).size() > 1', 'unsupported', 'exists'],
    ['cel.bind(x, 1, x > 0)', 'unsupported', 'comparisons'],
  ])('reports %s as %s', (source, code, advice) => {
    const [first] = faultsOf(source);
    expect(first?.code).toBe(code);
    expect(first?.instead).toContain(advice);
  });

  it('refuses nested lists that would run long', () => {
    const list = `[${Array.from({ length: 60 }, (_, i) => i).join(',')}]`;
    expect(faultsOf(`${list}.exists(x, ${list}.exists(y, x + y == turn.index))`)).toMatchObject([
      { code: 'too-costly' },
    ]);
    expect(faultsOf(`${list}.exists(x, x == turn.index)`)).toEqual([]);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'grapheme' }), (source) => {
        expect(typeof compileCondition(source).ok).toBe('boolean');
      }),
    );
  });

  it('splits a conjunction into parts that compile again', () => {
    const { conjuncts } = compiled(
      '(topics.fraud > 0.5 || turn.empty) && !bot.failed && (turn.index > 1 && true)',
    );
    expect(conjuncts).toHaveLength(4);
    expect(conjuncts.map((part) => compileCondition(part).ok)).toEqual([true, true, true, true]);
  });

  it('fails with a code where CEL fails', () => {
    const condition = compiled('10 / turn.index > 1');
    const { values } = takeSnapshot({ turn: { index: 0 } } as never);
    expect(() => condition.test(values)).toThrow(/division_by_zero/);
  });

  it('gives the same answer as the CEL evaluator on its short path', () => {
    const source = fc.letrec<{ atom: string; any: string }>((tie) => ({
      atom: fc.constantFrom(...SIGNALS).chain((signal) => {
        const compare = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
        if (signal.type === 'bool')
          return fc.constantFrom(signal.name, `!${signal.name}`, `${signal.name} == true`);
        if (signal.type === 'int') {
          const list = fc.constant(`${signal.name} in [0, 2, 3]`);
          return fc.oneof(
            list,
            fc.tuple(compare, fc.integer({ min: -1, max: 4 })).map(([op, n]) => `${signal.name} ${op} ${n}`),
            compare.map((op) => `turn.index ${op} ${signal.name}`),
          );
        }
        if (signal.type === 'string') {
          return fc.constantFrom(
            `${signal.name} == "en"`,
            `"" != ${signal.name}`,
            `${signal.name} in ["phone", "sms"]`,
          );
        }
        return fc.oneof(
          fc
            .tuple(fc.constantFrom('<', '<=', '>', '>='), fc.constantFrom('0', '1', '-0.25', '0.5'))
            .map(([op, n]) => `${n} ${op} ${signal.name}`),
          fc.constant(`${signal.name} == 0.5`),
        );
      }),
      any: fc.oneof(
        { maxDepth: 3 },
        tie('atom'),
        fc
          .tuple(tie('any'), fc.constantFrom('&&', '||'), tie('any'))
          .map(([a, op, b]) => `(${a} ${op} ${b})`),
        tie('any').map((a) => `!(${a})`),
      ),
    })).any;
    fc.assert(
      fc.property(source, arbitrarySignals, (text, signals) => {
        const { values } = takeSnapshot(signals);
        const byCel: unknown = TURN_VOCABULARY.environment.evaluate(text, TURN_VOCABULARY.context(values));
        expect(
          compiled(text).test(values, () => {
            throw new Error('took the long path');
          }),
        ).toBe(byCel);
      }),
      { numRuns: 500 },
    );
  });
});
