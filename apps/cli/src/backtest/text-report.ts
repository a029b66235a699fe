import type { Backtest } from './backtest.js';
import type { CallToLookAt } from './look-at.js';

/** Conversations named at most; the rest is in the JSON and HTML reports. */
const NAMED = 12;

/** A backtest in a few lines for a terminal. */
export function textReport(backtest: Backtest): string {
  const { calls, turns, escalations, changes, uncertain, byReason, toLookAt, expectations } = backtest;
  const changed = (['gained', 'lost', 'earlier', 'later', 'elsewhere'] as const).map(
    (change) =>
      `  ${change.padEnd(10)} ${String(changes[change]).padStart(7)}${uncertain[change] > 0 ? `   (${uncertain[change]} not certain)` : ''}`,
  );
  const reasons = byReason
    .filter(
      ({ before, after, gained, lost, earlier, later }) =>
        before !== after || gained + lost + earlier + later > 0,
    )
    .slice(0, NAMED)
    .map(
      ({ name, before, after, gained, lost, earlier, later }) =>
        `  ${name.padEnd(26)} ${String(before).padStart(6)} → ${String(after).padEnd(6)} +${gained} −${lost}, ${earlier} earlier, ${later} later`,
    );
  const named = toLookAt.slice(0, NAMED).map(line);
  return [
    `${backtest.source.pack}: ${calls} conversations, ${turns} turns (${backtest.source.from})`,
    ...(backtest.samePolicy ? ['the policy is the one recorded: nothing can differ'] : []),
    `escalations ${escalations.before} → ${escalations.after} (${share(escalations.before, calls)} → ${share(escalations.after, calls)})`,
    ...changed,
    ...(reasons.length > 0 ? ['by reason', ...reasons] : []),
    ...(named.length > 0 ? ['to look at', ...named] : []),
    ...(toLookAt.length > NAMED ? [`  and ${toLookAt.length - NAMED} more; see --html or --json`] : []),
    ...Object.entries(backtest.failedRules).map(
      ([rule, count]) => `rule ${rule} could not be evaluated in ${count} turns`,
    ),
    ...(expectations
      ? [
          `scripts as expected: ${expectations.before} → ${expectations.after} of ${expectations.of}`,
          ...expectations.broken.map((id) => `  no longer as expected: ${id}`),
        ]
      : []),
  ].join('\n');
}

function line({ id, change, certainty, before, after, turnsLater, turns }: CallToLookAt): string {
  const from = before ? `turn ${before.turnIndex} (${before.reasons.join(', ')})` : 'no escalation';
  const to = after ? `turn ${after.turnIndex} (${after.reasons.join(', ')})` : 'no escalation';
  const by = turnsLater
    ? `, ${Math.abs(turnsLater)} customer turns ${turnsLater < 0 ? 'earlier' : 'later'}`
    : '';
  const what =
    change === 'same'
      ? `turn ${turns[0]?.turnIndex ?? 0}: ${turns[0]?.before?.verdict ?? 'not recorded'} → ${turns[0]?.after.verdict ?? ''}`
      : `${from} → ${to}${by}`;
  return `  ${change.padEnd(9)} ${id}: ${what}${certainty === 'certain' ? '' : ` [${certainty}]`}`;
}

/** A part of a whole in percent. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}
