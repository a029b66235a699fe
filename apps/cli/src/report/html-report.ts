import { escaped as e } from '../backtest/html-escape.js';
import { htmlHead } from '../backtest/html-head.js';
import { inPercent, inSeconds, verdict } from './text-report.js';
import type { RequestGroup, TimeToHumanReport, Waits } from './time-to-human.js';

/** One self-contained page: no script, no request, light and dark, in print too. */
export function htmlReport(report: TimeToHumanReport): string {
  const { tenant, month, timeZone, seconds, log } = report;
  const title = `Time to human: ${tenant}, ${month}`;
  return `${htmlHead(title)}
<p>Months in ${e(timeZone)}; measured from the words or the key that asked for a human to the moment caller and human hear each other.</p>
</header>
<section class="cards">
${card(`Within ${report.limitSeconds / 60} minutes`, inPercent(report.share), verdict(report))}
${card('Explicit requests', String(report.requests), `${report.served} reached a human`)}
${card('Half within', inSeconds(seconds.requestToHuman.p50), `99 of 100 within ${inSeconds(seconds.requestToHuman.p99)}`)}
</section>
<h2>What the time is made of</h2>
<table><thead><tr><th>From → to</th><th class="n">p50</th><th class="n">p95</th><th class="n">p99</th><th class="n">Longest</th></tr></thead><tbody>
${waitRow('request → human', seconds.requestToHuman)}
${waitRow('request → decision', seconds.requestToDecision)}
${waitRow('decision → offer', seconds.decisionToOffer)}
${waitRow('offer → acceptance', seconds.offerToAcceptance)}
${waitRow('acceptance → human', seconds.acceptanceToHuman)}
</tbody></table>
${groups('By how they asked', report.byHow)}
${groups('By queue', report.byQueue)}
${groups('By language', report.byLanguage)}
${groups('By channel', report.byChannel)}
<h2>Never served</h2>
${neverServed(report)}
<h2>How to check this</h2>
<p>Counted from the first ${log.size} entries of the tamper-evident log <b>${e(log.origin)}</b>, whose Merkle root is <span class="hash">${e(log.root)}</span>. The signed report can be verified offline, and made again from the log.${erased(report)}</p>
</main>
</body>
</html>
`;
}

function card(what: string, value: string, note: string): string {
  return `<div class="card"><span>${e(what)}</span><strong>${e(value)}</strong><small>${e(note)}</small></div>`;
}

function waitRow(name: string, { p50, p95, p99, max }: Waits): string {
  const cells = [p50, p95, p99, max].map((value) => `<td class="n">${inSeconds(value)}</td>`);
  return `<tr><td>${name}</td>${cells.join('')}</tr>`;
}

function groups(heading: string, all: readonly RequestGroup[]): string {
  if (all.length === 0) return '';
  const rows = all.map(
    ({ name, requests, served, share, seconds: { p50, p95, p99 } }) =>
      `<tr><td>${e(name)}</td><td class="n">${requests}</td><td class="n">${served}</td><td class="n">${inPercent(share)}</td>${[p50, p95, p99].map((value) => `<td class="n">${inSeconds(value)}</td>`).join('')}</tr>`,
  );
  return `<h2>${heading}</h2>
<table><thead><tr><th>Name</th><th class="n">Requests</th><th class="n">Served</th><th class="n">Within the limit</th><th class="n">p50</th><th class="n">p95</th><th class="n">p99</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

function neverServed({ neverServed: all }: TimeToHumanReport): string {
  if (all.length === 0) return '<p>Everybody who asked reached a human.</p>';
  const rows = all.map(({ why, requests }) => `<tr><td>${e(why)}</td><td class="n">${requests}</td></tr>`);
  return `<table><thead><tr><th>Why</th><th class="n">Requests</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function erased({ erasedConversations }: TimeToHumanReport): string {
  return erasedConversations === 0
    ? ''
    : ` Of ${erasedConversations} conversations something was erased; they may be missing here.`;
}
