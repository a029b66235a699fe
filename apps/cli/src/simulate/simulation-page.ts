import { escaped as e } from '../backtest/html-escape.js';
import { htmlHead } from '../backtest/html-head.js';
import type { Estimate } from './confidence.js';
import { count, duration, percent, POLICY_TITLES } from './figure-words.js';
import type { GroupFigures } from './group-figures.js';
import { POLICIES } from './policies.js';
import type { SimulationReport } from './simulation-report.js';
import type { Summary } from './summarise.js';
import { summaryChart } from './summary-chart.js';

type Words = (estimated: Estimate | null | undefined) => string;

const explained = `The same calls come under each policy: who calls when, what about, how patient they are and how long they need is drawn
once. <b>This pack</b> runs the code of Baton’s router with the routing of the pack: queues, skills and proficiency, languages,
priorities, steps that relax. <b>First in, first out</b> is one line for everyone and whoever is free. <b>Longest idle agent</b> is the
classic distribution: each agent serves the queues whose skill they have, the first caller first, whoever has been idle longest, without
priorities, languages or steps. Offers, callbacks and announcements are Baton’s under all three. An agent who cannot help takes longer,
or passes the caller on, as the scenario says. ± and the thin lines are 95 % confidence over the replications.`;

const verdictStyle = `
.bad { color: var(--lost); font-weight: 600; } .good { color: var(--earlier); font-weight: 600; }`;

/** One self-contained page: no script, no request, light and dark, in print too. */
export function simulationPage(report: SimulationReport): string {
  const { scenario, policies, verdicts, remarks } = report;
  const title = scenario.title || scenario.id;
  const { overall } = policies.pack;
  return `${htmlHead(title, verdictStyle)}
<p>${e(scenario.pack)} · ${count(overall.arrived)} calls · ${scenario.agents} agents · ${scenario.hours} hours from ${e(scenario.start.replace('T', ' '))} ${e(scenario.timezone)} · ${report.replications} replications, seed ${scenario.seed}</p>
</header>
${remarks.map((remark) => `<p class="note">${e(remark)}</p>`).join('\n')}
<section class="cards">
${card('9 of 10 callers waited at most', duration(overall.p90WaitSeconds), against(report, 'p90WaitSeconds', duration))}
${card('Helped by the first agent', percent(overall.firstContactFit), against(report, 'firstContactFit', percent))}
${card('Answered in time', percent(overall.serviceLevel), against(report, 'serviceLevel', percent))}
${card('Agents busy', percent(overall.occupancy), against(report, 'occupancy', percent))}
</section>
<h2>In one picture</h2>
${summaryChart(report)}
${
  verdicts.length === 0
    ? ''
    : `<h2>What the scenario expects</h2>
<table><thead><tr><th>Expectation of this pack</th><th class="n">Expected</th><th class="n">Simulated</th><th></th></tr></thead><tbody>
${verdicts.map(({ name, expected, actual, pass }) => `<tr><td>${e(EXPECTED[name] ?? name)}</td><td class="n">${e(expected)}</td><td class="n">${actual ?? 'unknown'}</td><td class="${pass ? 'good' : 'bad'}">${pass ? 'met' : 'not met'}</td></tr>`).join('\n')}
</tbody></table>`
}
<h2>All figures</h2>
<table><thead><tr><th></th>${POLICIES.map((policy) => `<th class="n">${POLICY_TITLES[policy]}</th>`).join('')}</tr></thead><tbody>
${overallRows.map(([name, key, words]) => `<tr><td>${name}</td>${POLICIES.map((policy) => `<td class="n">${words(policies[policy].overall[key])}</td>`).join('')}</tr>`).join('\n')}
</tbody></table>
${groups('By queue', 'Queue', policies.pack.byQueue)}
${groups('By priority', 'Priority', policies.pack.byPriority)}
${groups('By language', 'Language', policies.pack.byLanguage)}
${Object.keys(policies.pack.bySegment).length === 0 ? '' : groups('By segment', 'Segment', policies.pack.bySegment)}
<h2>What callers were told, and what came</h2>
<p>The wait the router announces on arrival, less the wait that came, over answered callers of this pack. Below 0: they waited longer than told.</p>
<div class="scroll"><table><thead><tr><th>Queue</th><th class="n">Mean</th><th class="n">Mean size</th><th class="n">90 % below</th></tr></thead><tbody>
${Object.entries(policies.pack.byQueue)
  .map(
    ([name, figures]) =>
      `<tr><td>${e(name)}</td><td class="n">${duration(figures.expectedWaitErrorSeconds)}</td><td class="n">${duration(figures.expectedWaitErrorSizeSeconds)}</td><td class="n">${duration(figures.expectedWaitErrorP90Seconds)}</td></tr>`,
  )
  .join('\n')}
</tbody></table></div>
<h2>How to read this</h2>
<p>${explained}</p>
<p><b>In time</b>: within the seconds the queue promises, of those answered or gone after that. <b>Abandonment</b>: hung up in the queue, callbacks left out. <b>Helped by the first agent</b>: they speak the language and have the skill as well as the matter needs.</p>
</main>
</body>
</html>
`;
}

const EXPECTED: Readonly<Record<string, string>> = {
  skillAndLanguageMatch: 'Answered by an agent with the skill and the language',
  p90WaitAgainstFifo: 'p90 wait ÷ that of first in, first out',
  highPriorityP90AgainstFifo: 'p90 wait of high and urgent calls ÷ that of first in, first out',
  serviceLevel: 'Service level',
  abandonment: 'Abandonment',
  occupancy: 'Occupancy',
};

const overallRows: readonly (readonly [
  string,
  keyof SimulationReport['policies']['pack']['overall'],
  Words,
])[] = [
  ['Answered in time', 'serviceLevel', percent],
  ['Mean wait of the answered (ASA)', 'asaSeconds', duration],
  ['p90 wait', 'p90WaitSeconds', duration],
  ['Abandonment', 'abandonment', percent],
  ['Asked to be rung', 'callbacks', count],
  ['Rung because it took too long', 'rungInstead', count],
  ['Agent has the skill', 'skillMatch', percent],
  ['Agent speaks the language', 'languageMatch', percent],
  ['Helped by the first agent', 'firstContactFit', percent],
  ['Passed on', 'transferred', percent],
  ['Mean time to the right person', 'rightPersonSeconds', duration],
  ['Agents busy (occupancy)', 'occupancy', percent],
];

function card(what: string, value: string, note: string): string {
  return `<div class="card"><span>${e(what)}</span><strong>${e(value)}</strong><small>${e(note)}</small></div>`;
}

function against(
  { policies }: SimulationReport,
  figure: 'p90WaitSeconds' | 'firstContactFit' | 'serviceLevel' | 'occupancy',
  words: Words,
): string {
  return `first in, first out: ${words(policies.fifo.overall[figure])}`;
}

function groups(heading: string, name: string, all: Readonly<Record<string, Summary<GroupFigures>>>): string {
  const rows = Object.entries(all).map(
    ([key, f]) =>
      `<tr><td>${e(key)}</td><td class="n">${count(f.arrived)}</td><td class="n">${percent(f.serviceLevel)}</td><td class="n">${duration(f.asaSeconds)}</td><td class="n">${duration(f.p90WaitSeconds)}</td><td class="n">${percent(f.abandonment)}</td><td class="n">${percent(f.firstContactFit)}</td><td class="n">${percent(f.languageMatch)}</td></tr>`,
  );
  return `<h2>${heading}, this pack</h2>
<div class="scroll"><table><thead><tr><th>${name}</th><th class="n">Calls</th><th class="n">In time</th><th class="n">ASA</th><th class="n">p90 wait</th><th class="n">Abandoned</th><th class="n">Helped by the first</th><th class="n">Language</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}
