import type { Priority, Verdict } from '@baton/contracts';

/** Proto names stop at the edge: `PRIORITY_URGENT` is `urgent` to people. */
export function priorityName(priority: Priority): string {
  return priority.replace('PRIORITY_', '').toLowerCase();
}

/** `VERDICT_OFFER_HUMAN` is `offer-human` to people. */
export function verdictName(verdict: Verdict): string {
  return verdict.replace('VERDICT_', '').toLowerCase().replaceAll('_', '-');
}
