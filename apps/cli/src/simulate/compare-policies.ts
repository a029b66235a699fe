import { estimate } from './confidence.js';
import type { ReplicationFigures } from './measure-replication.js';
import type { Comparison, PolicyReport } from './simulation-report.js';
import { round, rounded } from './summarise.js';

/** What is compared pair by pair. */
const compared = [
  'serviceLevel',
  'asaSeconds',
  'p90WaitSeconds',
  'abandonment',
  'occupancy',
  'skillAndLanguageMatch',
  'firstContactFit',
  'rightPersonSeconds',
] as const;

/** Both had the same callers in each replication, so that chance mostly cancels out of the difference. */
export function comparePolicies(
  pack: readonly ReplicationFigures[],
  other: readonly ReplicationFigures[],
  reports: { readonly pack: PolicyReport; readonly other: PolicyReport },
): Comparison {
  const difference = (name: (typeof compared)[number]) =>
    rounded(
      estimate(
        pack.map(({ overall }, index) => {
          const theirs = other[index]!.overall[name];
          return overall[name] === null || theirs === null ? null : overall[name] - theirs;
        }),
      ),
    );
  const ratio = (group: 'overall' | 'highPriority'): number | null => {
    const ours = reports.pack[group].p90WaitSeconds;
    const theirs = reports.other[group].p90WaitSeconds;
    return ours && theirs && theirs.mean > 0 ? round(ours.mean / theirs.mean) : null;
  };
  return {
    difference: Object.fromEntries(compared.map((name) => [name, difference(name)])),
    p90WaitRatio: ratio('overall'),
    highPriorityP90WaitRatio: ratio('highPriority'),
  };
}
