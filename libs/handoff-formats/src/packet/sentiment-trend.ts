/** A change of the mean polarity that people notice. */
const noticeable = 0.2;

/** Where the mood goes: the mean polarity of the last third of the points against that of the first. */
export function sentimentTrend(polarities: readonly number[]): 'unknown' | 'falling' | 'steady' | 'rising' {
  if (polarities.length < 2) return 'unknown';
  const third = Math.max(1, Math.floor(polarities.length / 3));
  const change = mean(polarities.slice(-third)) - mean(polarities.slice(0, third));
  if (Math.abs(change) < noticeable) return 'steady';
  return change < 0 ? 'falling' : 'rising';
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
