/** The outputs of the signal model, in the order of its columns. */
export const OUTPUTS = [
  'human',
  'callback',
  'fraud',
  'legal-complaint',
  'regulator-complaint',
  'insurance-claim-dispute',
  'healthcare-authorization',
  'vulnerability',
  'data-rights',
  'minor',
  'bereavement',
  'hardship',
  'self-harm-risk',
  'domestic-abuse',
  'frustration-1',
  'frustration-2',
  'confusion-1',
  'confusion-2',
  'urgency-1',
  'urgency-2',
  'sarcasm',
  'positive',
  'negative',
  'correction',
  'restart',
  'declines-human',
  'bot-no-match',
  'bot-asks',
  'garbled',
] as const;

/** An output of the signal model. */
export type Output = (typeof OUTPUTS)[number];

/** Logit above which an output counts as present, chosen on the training text's held-out part. */
export type SignalThresholds = Readonly<Record<Output, number>>;
