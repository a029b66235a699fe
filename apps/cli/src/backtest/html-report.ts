import type { Shift } from '@baton/policy';
import type { Backtest } from './backtest.js';
import { changeChart } from './html-chart.js';
import { escaped as e } from './html-escape.js';
import { callRows } from './html-calls.js';
import { htmlHead } from './html-head.js';
import { share } from './text-report.js';

/** What each kind of change means, in words for whoever reads the report. */
const MEANING = {
  lost: 'were handed to a person and would not be any more',
  gained: 'stayed with the bot and would go to a person',
  later: 'would reach a person in a later turn',
  earlier: 'would reach a person in an earlier turn',
  elsewhere: 'would reach a person in the same turn, for another skill or with another priority',
} as const;

const RECORDED = `Each recorded customer turn was decided again from the signals stored with it. Offers of a person, and refusals
that start a cool-down, are counted as they would have been. What a caller would have said to a bot that behaves otherwise, no
recording knows: where an earlier turn differs, the outcome is marked <b>what-if</b>; where a handoff is lost and the recording ends
with it, <b>open</b>.`;
const PLAYED = `Each call script was played through the running services twice, under the pack as it is and with the policy tried here.`;

/** One self-contained page: no script, no request, light and dark, in print too. */
export function htmlReport(backtest: Backtest, made: Date): string {
  const { source, policies, calls, escalations } = backtest;
  const { after } = policies;
  const title = `Backtest: ${after.id} version ${after.version}`;
  return `${htmlHead(title)}
<p>${e(source.pack)} · ${calls} conversations, ${backtest.turns} customer turns · ${source.kind === 'recorded' ? 'recorded' : 'played call scripts'} · ${made.toISOString().slice(0, 16).replace('T', ' ')} UTC</p>
</header>
${backtest.samePolicy ? '<p class="note">The policy tried here is the one that was recorded, so nothing can differ.</p>' : ''}
<section class="cards">
${card('Handed to a person', `${escalations.before} → ${escalations.after}`, `${share(escalations.before, calls)} → ${share(escalations.after, calls)} of conversations`)}
${card('Would be lost', String(backtest.changes.lost), certain(backtest, 'lost'))}
${card('Would be gained', String(backtest.changes.gained), certain(backtest, 'gained'))}
${card('Customer turns until then', `${backtest.turnsToEscalation.before ?? '–'} → ${backtest.turnsToEscalation.after ?? '–'}`, 'mean over conversations that reach a person')}
</section>
<h2>What changes</h2>
${changeChart(backtest.changes)}
<dl>${Object.entries(MEANING)
    .map(([change, meaning]) => `<dt>${change}</dt><dd>conversations that ${meaning}</dd>`)
    .join('')}</dl>
<h2>Turns to look at</h2>
${callRows(backtest.toLookAt)}
${shifts('By reason', 'Reason', backtest.byReason)}
${shifts('By queue', 'Queue', backtest.byQueue)}
${shifts('By rule', 'Rule', backtest.byRule)}
${expectations(backtest)}
<h2>How to read this</h2>
<p>${source.kind === 'recorded' ? RECORDED : PLAYED}</p>
<table><thead><tr><th>Policy</th><th class="n">Version</th><th class="n">Decisions</th><th>SHA-256</th></tr></thead><tbody>
${policies.before.map((policy) => `<tr><td>${e(policy.id)} (recorded)</td><td class="n">${policy.version}</td><td class="n">${policy.decisions}</td><td class="hash">${e(policy.sha256)}</td></tr>`).join('\n')}
<tr><td>${e(after.id)} (tried)</td><td class="n">${after.version}</td><td class="n">${backtest.turns}</td><td class="hash">${e(after.sha256)}</td></tr>
</tbody></table>
</main>
</body>
</html>
`;
}

function card(what: string, value: string, note: string): string {
  return `<div class="card"><span>${e(what)}</span><strong>${e(value)}</strong><small>${e(note)}</small></div>`;
}

function certain({ changes, uncertain }: Backtest, change: 'lost' | 'gained'): string {
  return changes[change] === 0
    ? 'none'
    : `${changes[change] - uncertain[change]} certain, ${uncertain[change]} not`;
}

function shifts(heading: string, name: string, all: readonly Shift[]): string {
  if (all.length === 0) return '';
  const rows = all.map(
    (s) =>
      `<tr><td>${e(s.name)}</td><td class="n">${s.before}</td><td class="n">${s.after}</td><td class="n">${signed(s.after - s.before)}</td><td class="n">${s.gained || ''}</td><td class="n">${s.lost || ''}</td><td class="n">${s.earlier || ''}</td><td class="n">${s.later || ''}</td></tr>`,
  );
  return `<h2>${heading}</h2>
<table><thead><tr><th>${name}</th><th class="n">Before</th><th class="n">After</th><th class="n">Difference</th><th class="n">Gained</th><th class="n">Lost</th><th class="n">Earlier</th><th class="n">Later</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
}

function expectations({ expectations: expected }: Backtest): string {
  if (!expected) return '';
  const broken = expected.broken.map((id) => `<li>${e(id)}</li>`).join('');
  return `<h2>What the scripts expect</h2>
<p>${expected.before} of ${expected.of} as expected before, ${expected.after} after.</p>
${broken === '' ? '' : `<p>No longer as expected:</p><ul>${broken}</ul>`}`;
}
