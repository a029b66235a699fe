import type { Outcome } from '@baton/policy';
import { escaped as e } from './html-escape.js';
import type { CallToLookAt } from './look-at.js';

/** Conversations shown of each kind; more than that nobody reads, and the JSON report has them all. */
const SHOWN = 40;

/** The conversations that change, the most telling first, with the turns that differ. */
export function callRows(calls: readonly CallToLookAt[]): string {
  if (calls.length === 0) return '<p>None: every turn is decided as it was.</p>';
  const shownOf = new Map<string, number>();
  const shown = calls.filter(({ change }) => {
    const count = (shownOf.get(change) ?? 0) + 1;
    shownOf.set(change, count);
    return count <= SHOWN;
  });
  const left = calls.length - shown.length;
  return `<div class="scroll"><table><thead><tr><th>Change</th><th>Conversation</th><th class="n">Turn</th><th>Before</th><th>After</th><th>Why now</th></tr></thead>
<tbody>${shown.map(rows).join('\n')}</tbody></table></div>
${left > 0 ? `<p>And ${left} more, all of them in the JSON report.</p>` : ''}`;
}

function rows(call: CallToLookAt): string {
  const { id, change, certainty, turns } = call;
  const head = `<td rowspan="${Math.max(1, turns.length)}"><span class="tag ${change}">${change === 'same' ? 'on the way' : change}</span>${certainty === 'certain' ? '' : `<br><small>${certainty}</small>`}</td><td rowspan="${Math.max(1, turns.length)}">${e(id)}${destination(call)}</td>`;
  const cells = turns.map(
    ({ turnIndex, before, after, why, rulesLost, answersNothing }) =>
      `<td class="n">${turnIndex}</td><td>${before ? outcome(before) : '<small>not recorded</small>'}</td><td>${outcome(after)}</td><td>${[
        ...why.map(e),
        ...(rulesLost.length > 0 ? [`<small>no longer: ${e(rulesLost.join(', '))}</small>`] : []),
        ...(answersNothing ? ['<small>the caller answers an offer that is not made any more</small>'] : []),
      ].join('<br>')}</td>`,
  );
  return (cells.length > 0 ? cells : ['<td></td><td></td><td></td><td></td>'])
    .map((cell, index) => `<tr>${index === 0 ? head : ''}${cell}</tr>`)
    .join('\n');
}

function destination({ queueBefore, queueAfter }: CallToLookAt): string {
  if (queueBefore === queueAfter) return '';
  return `<br><small>${e(queueBefore ?? 'bot')} → ${e(queueAfter ?? 'bot')}</small>`;
}

function outcome({ verdict, reasons, priority, risk }: Outcome): string {
  const details = [
    reasons.join(', '),
    verdict === 'escalate' ? priority : '',
    risk > 0 ? `risk ${risk.toFixed(2)}` : '',
  ];
  return `<b>${e(verdict)}</b><br><small>${e(details.filter((part) => part !== '').join(' · '))}</small>`;
}
