import type { CompiledPolicy } from './compiled-policy.js';
import { decide } from './decide.js';
import type { LintContext, LintFinding } from './lint-policy.js';
import { neutralSignals, type Signals } from './signals.js';
import { verdictRank } from './verdict.js';

interface Safeguard {
  /** What the caller does, as the end of "does not hand over a caller who …". */
  readonly who: string;
  readonly rule: string;
  readonly happens: (signals: Signals) => void;
}

/** What must reach a person whatever else is true, also right after the caller declined one. */
const SAFEGUARDS: readonly Safeguard[] = [
  {
    who: 'asks for a person',
    rule: 'when: humanRequest.value',
    happens: ({ humanRequest }) => Object.assign(humanRequest, { value: true, score: 0.95, count: 1 }),
  },
  {
    who: 'presses or says 0',
    rule: 'when: humanRequest.keyed',
    happens: ({ humanRequest }) => Object.assign(humanRequest, { keyed: true, score: 1, count: 1 }),
  },
  {
    who: 'may be in danger of self-harm',
    rule: 'when: kinds.selfHarmRisk',
    happens: ({ kinds }) => Object.assign(kinds, { selfHarmRisk: true }),
  },
  {
    who: 'describes abuse at home',
    rule: 'when: kinds.domesticAbuse',
    happens: ({ kinds }) => Object.assign(kinds, { domesticAbuse: true }),
  },
];

/** Promises to callers that the policy does not keep, tried out right after a declined offer. */
export function safeguardFindings(policy: CompiledPolicy): LintFinding[] {
  return SAFEGUARDS.flatMap(({ who, rule, happens }): LintFinding[] => {
    const signals = neutralSignals();
    Object.assign(signals.offers, { made: 1, declined: 1, turnsSinceDecline: 1 });
    happens(signals);
    if (decide(policy, signals).verdict === 'escalate') return [];
    const message = `The policy does not hand over a caller who ${who}, in the turns after they declined a person.`;
    const instead = `Add a hard rule (verdict: escalate) with \`${rule}\`.`;
    return [{ path: ['rules'], code: 'no-safeguard', message, instead }];
  });
}

/** Intents the company keeps for people, and the policy leaves with the bot. */
export function reservedIntentFindings(
  policy: CompiledPolicy,
  intents: NonNullable<LintContext['intents']>,
): LintFinding[] {
  return intents.flatMap(({ name, reserved }, index): LintFinding[] => {
    if (!reserved) return [];
    const signals = neutralSignals();
    Object.assign(signals.intent, { name, confidence: 1, reserved: true });
    if (verdictRank(decide(policy, signals).verdict) >= verdictRank('offer-human')) return [];
    const message = `\`${name}\` is reserved for people, and no rule of escalation.yaml hands it over.`;
    const instead = `Add a rule with \`when: intent.reserved && intent.name == "${name}"\`, or write reserved: false.`;
    return [
      { file: 'bot.yaml', path: ['intents', index, 'reserved'], code: 'unhandled-intent', message, instead },
    ];
  });
}
