import type { CallChange } from '@baton/policy';

const BARS = ['lost', 'gained', 'later', 'earlier', 'elsewhere'] as const;
const ROW = 26;
const LEFT = 90;
const WIDTH = 560;

/** A bar for each kind of change, longest across the page; readable by a screen reader as one sentence. */
export function changeChart(changes: Readonly<Record<CallChange, number>>): string {
  const most = Math.max(1, ...BARS.map((change) => changes[change]));
  const bars = BARS.map((change, row) => {
    const count = changes[change];
    const width = count === 0 ? 0 : Math.max(2, (count / most) * WIDTH);
    const y = row * ROW;
    return `<text x="0" y="${y + 17}">${change}</text><rect class="${change}" x="${LEFT}" y="${y + 4}" width="${width.toFixed(1)}" height="${ROW - 8}" rx="3"/><text x="${(LEFT + width + 8).toFixed(1)}" y="${y + 17}">${count}</text>`;
  });
  const spoken = BARS.map((change) => `${changes[change]} ${change}`).join(', ');
  return `<svg viewBox="0 0 720 ${BARS.length * ROW}" role="img" aria-label="Conversations: ${spoken}, ${changes.same} the same">${bars.join('')}</svg>`;
}
