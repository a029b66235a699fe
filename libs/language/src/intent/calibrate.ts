/** What a held-out text scored. `right` is false for texts of no intent and for wrong guesses. */
export interface HeldOutScore {
  readonly score: number;
  readonly margin: number;
  readonly inScope: boolean;
  readonly right: boolean;
  /** How much it counts among those out of scope, 1 by default. */
  readonly weight?: number;
}

const RIDGE = 0.002;
const STEPS = 25;

/**
 * Logistic regression of "the guess is right" on score and margin over in-scope texts (Platt, 1999), by Newton's method with a
 * little pull towards 1, 1, 1; neither slope falls below 0.
 */
export function fitConfidence(scores: readonly HeldOutScore[]): readonly [number, number, number] {
  const points = scores.filter((one) => one.inScope);
  if (points.length < 10) return [1, 1, 1];
  const fitted: [number, number, number] = [1, 1, 1];
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = fitted.map((value) => RIDGE * (value - 1));
    const curvature = [0, 1, 2].map((row) => [0, 1, 2].map((column) => (row === column ? RIDGE : 0)));
    for (const { score, margin, right } of points) {
      const inputs = [1, score, margin];
      const chance = 1 / (1 + Math.exp(-inputs.reduce((sum, input, at) => sum + input * fitted[at]!, 0)));
      for (let row = 0; row < 3; row += 1) {
        gradient[row]! += ((chance - (right ? 1 : 0)) * inputs[row]!) / points.length;
        for (let column = 0; column < 3; column += 1)
          curvature[row]![column]! +=
            (chance * (1 - chance) * inputs[row]! * inputs[column]!) / points.length;
      }
    }
    solve(curvature, gradient).forEach((change, at) => (fitted[at]! -= Math.max(-1, Math.min(1, change))));
    fitted[1] = Math.max(0, fitted[1]);
    fitted[2] = Math.max(0, fitted[2]);
  }
  return fitted;
}

/** Solves a small positive definite system by elimination; overwrites its arguments. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    for (let row = 0; row < size; row += 1) {
      if (row === pivot) continue;
      const factor = matrix[row]![pivot]! / matrix[pivot]![pivot]!;
      for (let column = pivot; column < size; column += 1)
        matrix[row]![column]! -= factor * matrix[pivot]![column]!;
      right[row]! -= factor * right[pivot]!;
    }
  }
  return right.map((value, at) => value / matrix[at]![at]!);
}

// Where there is nothing to choose on: the best intent has a quarter of the probability.
const DEFAULT_THRESHOLD = Math.log(0.25);

/**
 * The one threshold that maximises the mean of "in scope and right and kept" and "out of scope and rejected": the balanced
 * rule, so that neither side is bought with the other. Midway between the two scores it falls between.
 */
export function chooseThreshold(scores: readonly HeldOutScore[]): number {
  const inScope = scores.filter((one) => one.inScope).length;
  const outside = scores.reduce((sum, one) => sum + (one.inScope ? 0 : (one.weight ?? 1)), 0);
  if (inScope === 0 || outside === 0) return DEFAULT_THRESHOLD;
  const sorted = [...scores].sort((a, b) => a.score - b.score);
  let kept = sorted.filter((one) => one.inScope && one.right).length;
  let rejected = 0;
  let best = kept / inScope;
  let threshold = sorted[0]!.score - 0.01;
  for (let at = 0; at < sorted.length; at += 1) {
    const one = sorted[at]!;
    if (one.inScope && one.right) kept -= 1;
    if (!one.inScope) rejected += one.weight ?? 1;
    const value = kept / inScope + rejected / outside;
    if (value > best + 1e-9) {
      best = value;
      threshold = (one.score + (sorted[at + 1]?.score ?? one.score)) / 2;
    }
  }
  return threshold;
}
