import type { CompiledLimits, CompiledPolicy, CompiledRule } from './compiled-policy.js';
import { safeguardFindings, reservedIntentFindings } from './lint-safeguards.js';
import { wordFindings } from './lint-words.js';
import { canFire, fails, holds, someCombination } from './probe.js';
import { SAY_KEYS, verdictRank } from './verdict.js';
import { isShadowed } from './shadowed.js';

/** Something in a valid policy that most likely is not what its author meant. */
export interface LintFinding {
  /** Default `escalation.yaml`. */
  readonly file?: 'bot.yaml' | 'routing.yaml';
  /** Where in the parsed file, as in a PolicyFault. */
  readonly path: readonly (string | number)[];
  readonly code:
    | 'never-fires'
    | 'always-fires'
    | 'shadowed'
    | 'no-effect'
    | 'weights-too-low'
    | 'unserved-skill'
    | 'missing-language'
    | 'can-fail'
    | 'unknown-value'
    | 'unknown-intent'
    | 'unhandled-intent'
    | 'no-safeguard';
  readonly message: string;
  readonly instead: string;
}

/** What lint looks at beside the policy; a part left out is not looked at. */
export interface LintContext {
  /** The queues of routing.yaml. */
  readonly queues?: readonly { readonly name: string; readonly serves: readonly string[] }[];
  /** Every language the pack claims; default: those the policy was compiled for. */
  readonly languages?: readonly string[];
  /** The intents of bot.yaml, in file order. */
  readonly intents?: readonly { readonly name: string; readonly reserved: boolean }[];
}

/**
 * Finds rules that can never matter and texts or queues that are missing. Conditions are tried out around their
 * constants, not proved: what is reported was tried exhaustively over those values, and a condition too large to try
 * is not reported.
 */
export function lintPolicy(policy: CompiledPolicy, context: LintContext = {}): LintFinding[] {
  const dead = new Set<CompiledRule>();
  const findings = policy.rules.flatMap((rule) => {
    const wrongWords = wordFindings(rule, context.intents);
    const found = wrongWords.length > 0 ? wrongWords : fireFindings(rule);
    if (found.length > 0) dead.add(rule);
    return [...found, ...failFindings(rule), ...effectFindings(rule)];
  });
  const alive = policy.rules.filter((rule) => !dead.has(rule));
  return [
    ...findings,
    ...alive.flatMap((rule) => shadowFindings(rule, alive)),
    ...weightFindings(policy),
    ...policy.limits.flatMap(limitsFindings),
    ...policy.rules.flatMap((rule) => skillFindings(rule, context)),
    ...languageFindings(policy, context.languages ?? policy.languages),
    ...safeguardFindings(policy),
    ...reservedIntentFindings(policy, context.intents ?? []),
  ];
}

function fireFindings(rule: CompiledRule): LintFinding[] {
  const path = ['rules', rule.index, 'when'];
  if (canFire(rule.condition) === false) {
    const message = `"${rule.id}" can never fire: no values of its signals make the condition true.`;
    const instead = 'Look for a value outside the range of its signal, or two parts that exclude each other.';
    return [{ path, code: 'never-fires', message, instead }];
  }
  if (someCombination([rule.condition], 50_000, (values) => !holds(rule.condition, values)) === false) {
    const message = `"${rule.id}" fires on every turn.`;
    return [
      {
        path,
        code: 'always-fires',
        message,
        instead: 'Compare with a value that tells some turns from others.',
      },
    ];
  }
  return [];
}

function failFindings(rule: CompiledRule): LintFinding[] {
  if (fails(rule.condition) !== true) return [];
  const message = `"${rule.id}" cannot be evaluated on some values, and then counts as no match.`;
  const instead =
    'Divide only by what is never 0, as in `turn.customerTurns > 0 && …`, or compare without dividing.';
  return [{ path: ['rules', rule.index, 'when'], code: 'can-fail', message, instead }];
}

function effectFindings(rule: CompiledRule): LintFinding[] {
  const none = rule.hard ? rule.verdict === 'continue' : rule.weight === 0;
  if (!none) return [];
  const field = rule.hard ? 'verdict' : 'weight';
  const message = `"${rule.id}" changes nothing: its ${field} is ${rule.hard ? rule.verdict : rule.weight}.`;
  const instead = rule.hard
    ? 'Write clarify, offer-human or escalate.'
    : 'Write a weight above 0, or remove the rule.';
  return [{ path: ['rules', rule.index, field], code: 'no-effect', message, instead }];
}

function shadowFindings(rule: CompiledRule, others: readonly CompiledRule[]): LintFinding[] {
  const by = others.find((other) => isShadowed(rule, other));
  if (by === undefined) return [];
  const message = `"${rule.id}" never matters: whenever it fires, "${by.id}" fires too and decides at least as much.`;
  const instead =
    'Remove it, narrow the other rule, or give it a stronger verdict, a reason or a skill of its own.';
  return [{ path: ['rules', rule.index], code: 'shadowed', message, instead }];
}

function weightFindings(policy: CompiledPolicy): LintFinding[] {
  const soft = policy.rules.filter((rule) => !rule.hard);
  const most = 1 - soft.reduce((calm, rule) => calm * (rule.hard ? 1 : 1 - rule.weight), 1);
  if (soft.length === 0 || most >= policy.thresholds.clarify) return [];
  const message = `All soft rules together reach a risk of ${most.toFixed(2)}, below the first threshold.`;
  const instead = `Raise weights, or lower thresholds.clarify below ${most.toFixed(2)}.`;
  return [{ path: ['thresholds', 'clarify'], code: 'weights-too-low', message, instead }];
}

function limitsFindings({ id, index, condition }: CompiledLimits): LintFinding[] {
  if (canFire(condition) !== false) return [];
  const message = `The limits "${id}" never count: no values of their signals make the condition true.`;
  const instead = 'Look for a value outside the range of its signal, or two parts that exclude each other.';
  return [{ path: ['limits', index, 'when'], code: 'never-fires', message, instead }];
}

function skillFindings(rule: CompiledRule, { queues }: LintContext): LintFinding[] {
  if (queues === undefined || (rule.hard && verdictRank(rule.verdict) < verdictRank('offer-human')))
    return [];
  return rule.skills.flatMap((skill, index) => {
    if (queues.some((queue) => queue.serves.includes(skill))) return [];
    const message = `No queue serves the skill "${skill}": what "${rule.id}" hands over goes to the default queue.`;
    const instead = `Add ${skill} to \`serves\` of a queue in routing.yaml.`;
    return [
      { path: ['rules', rule.index, 'skills', index], code: 'unserved-skill' as const, message, instead },
    ];
  });
}

function languageFindings(policy: CompiledPolicy, languages: readonly string[]): LintFinding[] {
  const texts = [
    ...policy.rules.map((rule) => ({ path: ['rules', rule.index, 'explain'], text: rule.source.explain })),
    ...SAY_KEYS.map((key) => ({ path: ['say', key], text: policy.source.say[key] })),
  ];
  return texts.flatMap(({ path, text }) =>
    languages
      .filter((language) => text[language] === undefined)
      .map((language) => {
        const message = `No sentence in "${language}"; "${policy.languages[0] ?? 'en'}" is said instead.`;
        return { path, code: 'missing-language' as const, message, instead: `Add ${language}: "…".` };
      }),
  );
}
