/** Every reason code Baton itself defines: causes in the conversation first, then the compliance topics. */
export const REASON_CODES = [
  'human-request',
  'callback-request',
  'misunderstanding',
  'no-input',
  'low-asr',
  'frustration',
  'confusion',
  'urgency',
  'repeat-contact',
  'language',
  'intent',
  'bot-failure',
  'risk',
  'fraud',
  'legal-complaint',
  'regulator-complaint',
  'insurance-claim-dispute',
  'healthcare-authorization',
  'vulnerability',
  'data-rights',
  'payment-card-data',
  'minor',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number] | `x-${string}`;

const KNOWN = new Set<string>(REASON_CODES);

/** Whether a policy may give this reason: one of ours, or the pack's own as `x-` and kebab-case. */
export function isReasonCode(code: string): code is ReasonCode {
  return KNOWN.has(code) || /^x-[a-z0-9]+(-[a-z0-9]+)*$/.test(code);
}
