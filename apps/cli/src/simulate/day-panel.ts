import { seconds } from './figure-words.js';
import { POLICIES } from './policies.js';
import type { SimulationReport } from './simulation-report.js';

const left = 52;
const head = 46;
const foot = 26;

/** SVG of how the wait goes through the day under each policy, with the calls of each hour behind it. */
export function dayPanel(
  { policies, scenario }: SimulationReport,
  x: number,
  y: number,
  width: number,
  height: number,
): string {
  const hours = Object.keys(policies.pack.byHour);
  const waitOf = (policy: (typeof POLICIES)[number], hour: string) =>
    policies[policy].byHour[hour]?.p90WaitSeconds?.mean ?? 0;
  const callsOf = (hour: string) => policies.pack.byHour[hour]?.arrived?.mean ?? 0;
  const most = niceCeiling(
    Math.max(1, ...hours.flatMap((hour) => POLICIES.map((policy) => waitOf(policy, hour)))),
  );
  const mostCalls = Math.max(1, ...hours.map(callsOf));
  const floor = height - foot;
  const column = (width - left) / Math.max(1, hours.length);
  const middle = (index: number) => (left + (index + 0.5) * column).toFixed(1);
  const level = (wait: number) => (floor - (wait / most) * (floor - head)).toFixed(1);
  const grid = [0, 0.5, 1].map(
    (part) =>
      `<path class="grid" d="M${left} ${level(part * most)}H${width}"/><text class="soft end" x="${left - 8}" y="${Number(level(part * most)) + 4}">${seconds(part * most)}</text>`,
  );
  const calls = hours.map((hour, index) => {
    const tall = (callsOf(hour) / mostCalls) * (floor - head) * 0.9;
    return `<rect class="calls" x="${(left + index * column + 3).toFixed(1)}" y="${(floor - tall).toFixed(1)}" width="${Math.max(1, column - 6).toFixed(1)}" height="${tall.toFixed(1)}"/>`;
  });
  const each = Math.ceil(hours.length / 16);
  const names = hours.map((hour, index) =>
    index % each === 0
      ? `<text class="soft middle" x="${middle(index)}" y="${floor + 18}">${hour.slice(hour.indexOf('/') + 1)}</text>`
      : '',
  );
  const lines = [...POLICIES].reverse().map((policy) => {
    const points = hours.map((hour, index) => `${middle(index)} ${level(waitOf(policy, hour))}`);
    return points.length === 0 ? '' : `<path class="${policy}" d="M${points.join('L')}"/>`;
  });
  return `<g transform="translate(${x} ${y})"><text class="title" y="14">Waits through the ${scenario.hours > 24 ? 'days' : 'day'}</text><text class="soft" y="31">what 9 of 10 callers of the hour did not wait longer than; columns: calls</text>${calls.join('')}${grid.join('')}${names.join('')}${lines.join('')}</g>`;
}

/** The next round number of seconds or minutes. */
function niceCeiling(value: number): number {
  const steps = [10, 20, 30, 60, 120, 180, 240, 300, 480, 600, 900, 1200, 1800, 3600];
  return steps.find((step) => step >= value) ?? Math.ceil(value / 3600) * 3600;
}
