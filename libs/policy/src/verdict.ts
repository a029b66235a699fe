/** What the policy says about a turn, weakest first. */
export const VERDICTS = ['continue', 'clarify', 'offer-human', 'escalate'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How fast a person should take over, slowest first. */
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** The keys of a policy's `say` texts, one for each verdict that changes the conversation. */
export const SAY_KEYS = ['clarify', 'offerHuman', 'escalate'] as const;
export type SayKey = (typeof SAY_KEYS)[number];

/** 0 for `continue` to 3 for `escalate`. */
export function verdictRank(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}

/** The stronger of two verdicts. */
export function strongerVerdict(a: Verdict, b: Verdict): Verdict {
  return verdictRank(a) >= verdictRank(b) ? a : b;
}

/** The higher of two priorities. */
export function higherPriority(a: Priority, b: Priority): Priority {
  return PRIORITIES.indexOf(a) >= PRIORITIES.indexOf(b) ? a : b;
}

/** The text said for a verdict; none for `continue`, which changes nothing. */
export function sayKeyOf(verdict: Verdict): SayKey | undefined {
  if (verdict === 'clarify' || verdict === 'escalate') return verdict;
  return verdict === 'offer-human' ? 'offerHuman' : undefined;
}
