/** What a classifier made of an utterance, before any is rejected. */
export interface Rejection {
  readonly score: number;
  /** Whether it has one of the intents. */
  readonly inScope: boolean;
  /** Whether the guess is right; false out of scope. */
  readonly right: boolean;
}

/** What a threshold gives, both 0..1: in scope, rejecting is an error. */
export interface RejectionResult {
  readonly inScopeAccuracy: number;
  readonly oosRecall: number;
}

/** In-scope accuracy and out-of-scope recall where scores below `threshold` are rejected. */
export function rejectionAt(results: readonly Rejection[], threshold: number): RejectionResult {
  const inScope = results.filter((one) => one.inScope);
  const outside = results.filter((one) => !one.inScope);
  return {
    inScopeAccuracy: inScope.filter((one) => one.right && one.score >= threshold).length / inScope.length,
    oosRecall: outside.filter((one) => one.score < threshold).length / outside.length,
  };
}

/** The balanced rule: the threshold with the best mean of the two. */
export function balancedThreshold(results: readonly Rejection[]): number {
  return bestThreshold(results, ({ inScopeAccuracy, oosRecall }) => (inScopeAccuracy + oosRecall) / 2);
}

/** The even rule: the threshold at which the worse of the two is best. It moves less than the best mean where few utterances are out of scope. */
export function evenThreshold(results: readonly Rejection[]): number {
  return bestThreshold(results, ({ inScopeAccuracy, oosRecall }) => Math.min(inScopeAccuracy, oosRecall));
}

function bestThreshold(results: readonly Rejection[], value: (result: RejectionResult) => number): number {
  const sorted = [...results].sort((a, b) => a.score - b.score);
  const inScope = sorted.filter((one) => one.inScope).length;
  let kept = sorted.filter((one) => one.inScope && one.right).length;
  let rejected = 0;
  let best = -1;
  let threshold = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < sorted.length; at += 1) {
    const one = sorted[at]!;
    if (one.right) kept -= 1;
    if (!one.inScope) rejected += 1;
    const next = sorted[at + 1]?.score;
    if (next === one.score) continue;
    const reached = value({
      inScopeAccuracy: kept / inScope,
      oosRecall: rejected / (sorted.length - inScope),
    });
    if (reached <= best) continue;
    best = reached;
    threshold = next === undefined ? one.score : (one.score + next) / 2;
  }
  return threshold;
}
