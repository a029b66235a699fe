import { escaped } from '../backtest/html-escape.js';
import { barPanel, barPanelHeight, type BarPanel } from './bar-panel.js';
import { chartStyle } from './chart-style.js';
import { dayPanel } from './day-panel.js';
import { count, duration, percent, POLICY_TITLES } from './figure-words.js';
import { POLICIES } from './policies.js';
import type { PolicyReport, SimulationReport } from './simulation-report.js';

const width = 960;
const margin = 24;
const panel = (width - 3 * margin) / 2;
const dayHeight = 220;

/** The report in one picture: who waits how long, who reaches the right person, and how the day goes. An SVG that stands alone. */
export function summaryChart(report: SimulationReport): string {
  const waits = waitPanel(report);
  const fit = fitPanel(report);
  const top = 76;
  const bars = Math.max(barPanelHeight(waits), barPanelHeight(fit));
  const height = top + bars + margin + dayHeight + margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="simulation" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(spoken(report))}">
<style>${chartStyle}</style>
<rect class="page" width="${width}" height="${height}" rx="8"/>
<text class="title" x="${margin}" y="30">${escaped(heading(report))}</text>
${legend()}
${barPanel(waits, margin, top, panel)}
${barPanel(fit, 2 * margin + panel, top, panel)}
${dayPanel(report, margin, top + bars + margin, width - 2 * margin, dayHeight)}
</svg>
`;
}

function waitPanel({ policies }: SimulationReport): BarPanel {
  const row = (
    name: string,
    figure: (policy: PolicyReport) => PolicyReport['overall']['p90WaitSeconds'] | undefined,
  ) => ({
    name,
    figures: each((policy) => figure(policies[policy])),
  });
  return {
    title: 'How long callers wait',
    note: 'what 9 of 10 callers did not wait longer than; shorter is better',
    words: duration,
    rows: [
      row('all calls', ({ overall }) => overall.p90WaitSeconds),
      ...Object.keys(policies.pack.byPriority)
        .reverse()
        .map((priority) => row(priority, ({ byPriority }) => byPriority[priority]?.p90WaitSeconds)),
    ],
  };
}

function fitPanel({ policies }: SimulationReport): BarPanel {
  const row = (name: string, figure: 'firstContactFit' | 'languageMatch' | 'serviceLevel' | 'occupancy') => ({
    name,
    figures: each((policy) => policies[policy].overall[figure]),
  });
  return {
    title: 'The right person at once',
    note: 'share of answered calls; longer is better, but for busy agents',
    words: percent,
    most: 1,
    rows: [
      row('can help', 'firstContactFit'),
      row('same language', 'languageMatch'),
      row('in time', 'serviceLevel'),
      row('busy agents', 'occupancy'),
    ],
  };
}

function each<T>(figure: (policy: (typeof POLICIES)[number]) => T): Record<(typeof POLICIES)[number], T> {
  return { pack: figure('pack'), fifo: figure('fifo'), 'longest-idle': figure('longest-idle') };
}

function legend(): string {
  return POLICIES.map((policy, index) => {
    const x = margin + index * 190;
    return `<rect class="${policy}" x="${x}" y="44" width="13" height="13" rx="2"/><text x="${x + 20}" y="55">${POLICY_TITLES[policy]}</text>`;
  }).join('');
}

function heading({ scenario, policies, replications }: SimulationReport): string {
  const { arrived } = policies.pack.overall;
  return `${scenario.title || scenario.id}: ${count(arrived)} calls, ${scenario.agents} agents, ${scenario.hours} hours, mean of ${replications}`;
}

/** The picture in one sentence, for those who hear it. */
function spoken(report: SimulationReport): string {
  const one = (policy: (typeof POLICIES)[number]) => {
    const { p90WaitSeconds, firstContactFit } = report.policies[policy].overall;
    return `${POLICY_TITLES[policy]}: p90 wait ${duration(p90WaitSeconds)}, first-contact fit ${percent(firstContactFit)}`;
  };
  return `${heading(report)}. ${POLICIES.map(one).join('; ')}.`;
}
