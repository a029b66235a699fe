import type { CompiledRule } from './compiled-policy.js';
import type { LintContext, LintFinding } from './lint-policy.js';
import { nearest } from './nearest.js';
import { SIGNALS } from './signals.js';

/** Texts a condition compares a signal with that the signal never is. */
export function wordFindings(rule: CompiledRule, intents: LintContext['intents']): LintFinding[] {
  const path = ['rules', rule.index, 'when'];
  return rule.condition.words.flatMap(({ signal, word }): LintFinding[] => {
    const { name, values } = SIGNALS[signal]!;
    if (values !== undefined) {
      if (values.includes(word)) return [];
      const message = `${name} is never "${word}".`;
      return [{ path, code: 'unknown-value', message, instead: advice(word, values) }];
    }
    const known =
      name === 'intent.name' && intents ? ['', ...intents.map((intent) => intent.name)] : undefined;
    if (known === undefined || known.includes(word)) return [];
    const message = `bot.yaml has no intent "${word}".`;
    return [{ path, code: 'unknown-intent', message, instead: advice(word, known) }];
  });
}

function advice(word: string, known: readonly string[]): string {
  const near = nearest(
    word,
    known.filter((value) => value !== ''),
  );
  return near === undefined
    ? `Use one of ${known.map((value) => `"${value}"`).join(', ')}.`
    : `Did you mean "${near}"?`;
}
