import { priorityName, verdictName } from '@baton/client';
import type { Decision as DecisionMessage } from '@baton/contracts';
import {
  decide,
  explainInFull,
  type FullExplanation,
  type Signals,
  type SmallestChange,
} from '@baton/policy';
import { print, printJson, say } from '../output.js';
import { loggedDecisions, type RecordedOptions } from './recorded-options.js';

export interface ExplainOptions extends RecordedOptions {
  /** Of the words for the customer; default: the language of the conversation. */
  readonly lang?: string;
}

/** `baton policy explain`: each decision of a conversation, in words for the customer, for the file, and as data. */
export async function explainRecorded(conversationId: string, options: ExplainOptions): Promise<void> {
  for await (const { policies, decisions } of loggedDecisions(options, conversationId)) {
    for (const { decision } of decisions) {
      const policy = policies.get(decision.policySha256);
      const signals = decision.signals as unknown as Signals;
      const language = options.lang ?? decision.language;
      const full = policy && explainInFull(policy, decide(policy, signals), signals, language);
      if (!full) say(`the policy ${decision.policySha256} is not in the log; shown is what was recorded`);
      if (options.json) printJson({ ...decision, ...full });
      else printDecision(decision, full);
    }
  }
}

function printDecision(decision: DecisionMessage, full: FullExplanation | undefined): void {
  const { turnIndex, verdict, risk, priority, explanation, matched } = decision;
  print(
    `turn ${turnIndex}: ${verdictName(verdict)} (risk ${risk.toFixed(3)}, priority ${priorityName(priority)})`,
  );
  if (full) print(`  to the customer: ${full.toCustomer.join(' ')}`);
  for (const sentence of explanation) print(`  ${sentence}`);
  const parts =
    full?.rules.filter(({ outcome }) => outcome !== 'no-match') ??
    matched.map((rule) => ({ ...rule, outcome: 'matched' as const, inputs: rule.inputs ?? {} }));
  for (const { ruleId, hard, contribution, inputs, outcome } of parts) {
    const values = Object.entries(inputs).map(([name, value]) => `${name} = ${String(value)}`);
    const part =
      outcome === 'failed'
        ? ' could not be evaluated'
        : hard
          ? ' (hard)'
          : ` adds ${contribution.toFixed(3)}`;
    const held = outcome === 'held' ? ', held back: the caller had declined a person' : '';
    print(`  - ${ruleId}${part}: ${values.join(', ')}${held}`);
  }
  if (full) {
    const silent = full.rules.filter(({ outcome }) => outcome === 'no-match').length;
    if (silent > 0) print(`  ${silent} other rules did not match (all of them with --json)`);
    if (full.limits.id !== undefined) print(`  the limits "${full.limits.id}" counted`);
    print(`  smallest change: ${inWords(full.smallestChange)}`);
  }
  print(`  policy ${decision.policyId} version ${decision.policyVersion}, sha256 ${decision.policySha256}`);
}

function inWords(change: SmallestChange | null): string {
  if (!change) return 'none of up to three signals';
  const changes = change.changes.map(
    ({ signal, from, to }) => `${signal} ${String(to)} and not ${String(from)}`,
  );
  return `${changes.join(', ')} would have given ${change.verdict}`;
}
