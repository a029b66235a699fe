/** Turns logits into log-probabilities, in place. */
export function logSoftmax(logits: Float32Array): void {
  let highest = -Infinity;
  for (let one = 0; one < logits.length; one += 1) highest = Math.max(highest, logits[one]!);
  let sum = 0;
  for (let one = 0; one < logits.length; one += 1) sum += Math.exp(logits[one]! - highest);
  const total = highest + Math.log(sum);
  for (let one = 0; one < logits.length; one += 1) logits[one]! -= total;
}

const NEGLIGIBLE = 1e-3;

/**
 * Turns logits into the gradient of the cross-entropy, in place: probability less 1 for the right class. Lists the classes whose
 * share is not negligible in `active` and gives their number.
 */
export function toErrors(logits: Float32Array, label: number, active: Int32Array): number {
  logSoftmax(logits);
  let count = 0;
  for (let one = 0; one < logits.length; one += 1) {
    const error = Math.exp(logits[one]!) - (one === label ? 1 : 0);
    logits[one] = error;
    if (Math.abs(error) < NEGLIGIBLE) continue;
    active[count] = one;
    count += 1;
  }
  return count;
}
