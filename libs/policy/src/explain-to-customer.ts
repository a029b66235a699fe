import type { CompiledPolicy } from './compiled-policy.js';
import { CUSTOMER_WORDS, type CustomerWords, type KnownReason } from './customer-words.js';
import type { Decision } from './decision.js';
import { explain } from './explain.js';
import type { Signals } from './signals.js';

/**
 * A decision in plain words that can be read to the customer it is about: what happened, then why, one sentence a reason, in their
 * language or else the pack's first. Reasons of the pack's own (`x-…`) speak with the words of their rules. Throws BatonError
 * `policy-mismatch` where the decision was made by another policy.
 */
export function explainToCustomer(
  policy: CompiledPolicy,
  decision: Decision,
  signals: Signals,
  language: string,
): string[] {
  const words = wordsIn(language) ?? wordsIn(policy.languages[0] ?? 'en') ?? CUSTOMER_WORDS['en']!;
  // Signs that add up to nothing need no telling; what was done needs its reasons.
  const reasons = decision.verdict === 'continue' ? [] : decision.reasons;
  const told = reasons.flatMap((reason) => {
    const sentence = (words.reason as Readonly<Record<string, string>>)[reason];
    if (sentence === undefined) return ownWords(policy, decision, reason, language);
    return [sentence.replace('{times}', words.times(countOf(reason as KnownReason, signals)))];
  });
  const respected = decision.heldBack === undefined ? [] : [words.respected];
  return [...new Set([words.verdict[decision.verdict], ...told, ...respected])];
}

function wordsIn(language: string): CustomerWords | undefined {
  const primary = language.toLowerCase().split('-')[0]!;
  return Object.hasOwn(CUSTOMER_WORDS, primary) ? CUSTOMER_WORDS[primary] : undefined;
}

function ownWords(policy: CompiledPolicy, decision: Decision, reason: string, language: string): string[] {
  const rules = policy.rules.filter(({ reasons }) => reasons.includes(reason)).map(({ id }) => id);
  const matched = decision.matched.filter(({ ruleId }) => rules.includes(ruleId));
  return explain(policy, { ...decision, matched }, language);
}

function countOf(reason: KnownReason, { humanRequest, misunderstanding, customer }: Signals): number {
  if (reason === 'human-request') return humanRequest.count;
  if (reason === 'misunderstanding') return Math.max(misunderstanding.count, misunderstanding.consecutive);
  if (reason === 'no-input') return misunderstanding.noInputs;
  return reason === 'repeat-contact' ? customer.contactsLast30d : 1;
}
