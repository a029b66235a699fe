/** What a held-out text scored. `right` is false for texts of no intent and for wrong guesses. */
export interface HeldOutScore {
  readonly score: number;
  readonly margin: number;
  readonly inScope: boolean;
  readonly right: boolean;
}

/** Logistic regression of "the guess is right" on score and margin over in-scope texts (Platt, 1999), by Newton-like steps. */
export function fitConfidence(scores: readonly HeldOutScore[]): readonly [number, number, number] {
  const points = scores.filter((one) => one.inScope);
  let [bias, byScore, byMargin] = [0, 2, 2];
  if (points.length < 10) return [0.5, 2.5, 2];
  for (let step = 0; step < 400; step += 1) {
    let [g0, g1, g2] = [0, 0.002 * (byScore - 2), 0.002 * (byMargin - 2)];
    for (const { score, margin, right } of points) {
      const error = 1 / (1 + Math.exp(-(bias + byScore * score + byMargin * margin))) - (right ? 1 : 0);
      g0 += error / points.length;
      g1 += (error * score) / points.length;
      g2 += (error * margin) / points.length;
    }
    const rate = 2;
    bias -= rate * g0;
    byScore -= rate * g1;
    byMargin -= rate * g2;
  }
  return [bias, Math.max(0, byScore), Math.max(0, byMargin)];
}

/**
 * The one threshold that maximises the mean of "in scope and right and kept" and "out of scope and rejected": the balanced
 * rule, so that neither side is bought with the other. Midway between the two scores it falls between.
 */
export function chooseThreshold(scores: readonly HeldOutScore[]): number {
  const inScope = scores.filter((one) => one.inScope).length;
  const outside = scores.length - inScope;
  if (inScope === 0 || outside === 0) return -0.35;
  const sorted = [...scores].sort((a, b) => a.score - b.score);
  let kept = sorted.filter((one) => one.inScope && one.right).length;
  let rejected = 0;
  let best = kept / inScope;
  let threshold = sorted[0]!.score - 0.01;
  for (let at = 0; at < sorted.length; at += 1) {
    const one = sorted[at]!;
    if (one.inScope && one.right) kept -= 1;
    if (!one.inScope) rejected += 1;
    const value = kept / inScope + rejected / outside;
    if (value > best + 1e-9) {
      best = value;
      threshold = (one.score + (sorted[at + 1]?.score ?? one.score)) / 2;
    }
  }
  return threshold;
}
