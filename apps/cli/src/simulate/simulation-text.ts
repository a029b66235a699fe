import type { Estimate } from './confidence.js';
import { count, duration, margin, percent, POLICY_TITLES } from './figure-words.js';
import type { GroupFigures } from './group-figures.js';
import { POLICIES } from './policies.js';
import type { PolicyReport, SimulationReport } from './simulation-report.js';
import type { Summary } from './summarise.js';

type Words = (estimated: Estimate | null | undefined) => string;
type Overall = PolicyReport['overall'];

const overallRows: readonly (readonly [string, keyof Overall, Words])[] = [
  ['calls', 'arrived', count],
  ['service level', 'serviceLevel', percent],
  ['ASA', 'asaSeconds', duration],
  ['p90 wait', 'p90WaitSeconds', duration],
  ['abandonment', 'abandonment', percent],
  ['callbacks', 'callbacks', count],
  ['occupancy', 'occupancy', percent],
  ['skill match', 'skillMatch', percent],
  ['language match', 'languageMatch', percent],
  ['both', 'skillAndLanguageMatch', percent],
  ['first-contact fit', 'firstContactFit', percent],
  ['transferred', 'transferred', percent],
  ['right person after', 'rightPersonSeconds', duration],
];

/** The report in tables for a terminal. */
export function simulationText(report: SimulationReport): string {
  const { scenario, replications, policies } = report;
  const { pack } = policies;
  return [
    `${scenario.title || scenario.id}: ${scenario.hours} h from ${scenario.start} ${scenario.timezone}, ${scenario.agents} agents, pack ${scenario.pack}`,
    `${replications} replications, seed ${scenario.seed}; ± is 95 % confidence`,
    '',
    ...table([
      ['', ...POLICIES.map((policy) => POLICY_TITLES[policy])],
      ...overallRows.map(([title, name, words]) => [
        title,
        ...POLICIES.map((policy) => {
          const figure = policies[policy].overall[name];
          return `${words(figure)} ${margin(figure, words)}`.trim();
        }),
      ]),
    ]),
    '',
    ...waits(report),
    '',
    ...table([
      [
        'queue (this pack)',
        'calls',
        'in time',
        'ASA',
        'p90 wait',
        'abandoned',
        'fit',
        'estimate − wait',
        'its size',
        'its p90',
      ],
      ...Object.entries(pack.byQueue).map(([name, figures]) => [name, ...queueCells(figures)]),
    ]),
    ...section(
      'verdicts',
      report.verdicts.map(
        ({ name, expected, actual, pass }) =>
          `${pass ? 'pass' : 'FAIL'}  ${name} ${actual ?? 'unknown'}, expected ${expected}`,
      ),
    ),
    ...section('remarks', report.remarks),
  ].join('\n');
}

function waits({ policies }: SimulationReport): string[] {
  const rows = (title: string, group: 'byPriority' | 'byLanguage' | 'bySegment') => [
    [`p90 wait by ${title}`, ...POLICIES.map((policy) => POLICY_TITLES[policy])],
    ...Object.keys(policies.pack[group]).map((name) => [
      name,
      ...POLICIES.map((policy) => duration(policies[policy][group][name]?.p90WaitSeconds)),
    ]),
  ];
  const bySegment = Object.keys(policies.pack.bySegment).length > 0;
  return [
    ...table(rows('priority', 'byPriority')),
    '',
    ...table(rows('language', 'byLanguage')),
    ...(bySegment ? ['', ...table(rows('segment', 'bySegment'))] : []),
  ];
}

function queueCells(figures: Summary<GroupFigures>): string[] {
  return [
    count(figures.arrived),
    percent(figures.serviceLevel),
    duration(figures.asaSeconds),
    duration(figures.p90WaitSeconds),
    percent(figures.abandonment),
    percent(figures.firstContactFit),
    duration(figures.expectedWaitErrorSeconds),
    duration(figures.expectedWaitErrorSizeSeconds),
    duration(figures.expectedWaitErrorP90Seconds),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
}
