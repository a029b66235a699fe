import { createHash } from 'node:crypto';
import type { Decision as DecisionMessage } from '@baton/contracts';
import { fillText } from '@baton/packs';
import {
  encodeDecision,
  explain,
  sayText,
  type CompiledPolicy,
  type Decision,
  type Signals,
} from '@baton/policy';
import { priorityMessage, verdictMessage } from '../words.js';

/** What a decision is published with, beside itself. */
export interface DecisionContext {
  readonly decisionId: string;
  readonly policy: CompiledPolicy;
  readonly signals: Signals;
  /** BCP-47: the language the human should speak, and the caller hears. */
  readonly language: string;
  /** Of the pack, first is the default. */
  readonly languages: readonly string[];
  readonly company: string;
  /** The caller hears something else in its place. */
  readonly silent: boolean;
}

/** The decision as it is published: complete enough to explain it and to derive it again. */
export function decisionMessage(decision: Decision, context: DecisionContext): DecisionMessage {
  const { policy, signals, language } = context;
  return {
    decisionId: context.decisionId,
    turnIndex: signals.turn.index,
    verdict: verdictMessage(decision.verdict),
    risk: decision.risk,
    reasons: [...decision.reasons],
    skills: [...decision.skills],
    priority: priorityMessage(decision.priority),
    language,
    policyId: decision.policyId,
    policyVersion: decision.policyVersion,
    policySha256: decision.policySha256,
    matched: decision.matched.map(({ ruleId, hard, contribution, inputs }) => ({
      ruleId,
      hard,
      contribution,
      inputs: { ...inputs },
    })),
    signals: { ...signals },
    explanation: explain(policy, decision, context.languages[0] ?? 'en'),
    say: context.silent ? '' : said(decision, context),
    failedRules: decision.failedRules.map(({ ruleId }) => ruleId),
    recordSha256: createHash('sha256').update(encodeDecision(decision, signals)).digest('hex'),
  };
}

function said({ say }: Decision, { policy, language, company }: DecisionContext): string {
  if (say === undefined) return '';
  const sentence = sayText(policy, say, language);
  return fillText(sentence, (name) => (name === 'company' ? company : undefined)).text;
}
