import type { RequestGroup, TimeToHumanReport, Waits } from './time-to-human.js';

/** A report as a person reads it in a terminal. */
export function textReport(report: TimeToHumanReport): string {
  const { tenant, month, timeZone, log, seconds, requests, served, withinLimit } = report;
  return [
    `Time to human, ${tenant}, ${month} (${timeZone})`,
    `  ${requests} explicit requests, ${served} reached a human, ${withinLimit} within ${report.limitSeconds / 60} minutes: ${inPercent(report.share)}`,
    `  ${verdict(report)}`,
    '',
    line('', ['p50', 'p95', 'p99', 'longest']),
    line('  request → human', figures(seconds.requestToHuman)),
    line('    request → decision', figures(seconds.requestToDecision)),
    line('    decision → offer', figures(seconds.decisionToOffer)),
    line('    offer → acceptance', figures(seconds.offerToAcceptance)),
    line('    acceptance → human', figures(seconds.acceptanceToHuman)),
    ...groups('how they asked', report.byHow),
    ...groups('queue', report.byQueue),
    ...groups('language', report.byLanguage),
    ...groups('channel', report.byChannel),
    ...(report.neverServed.length > 0 ? ['', '  never served'] : []),
    ...report.neverServed.map(({ why, requests: count }) => `    ${String(count).padStart(6)}  ${why}`),
    ...(report.erasedConversations > 0
      ? [
          '',
          `  of ${report.erasedConversations} conversations something was erased; they may be missing here`,
        ]
      : []),
    '',
    `  counted from the first ${log.size} entries of the log ${log.origin}, root ${log.root}`,
  ].join('\n');
}

/** Whether the law's line was met, in words. */
export function verdict({ met, wantedShare }: TimeToHumanReport): string {
  const wanted = `${wantedShare * 100} %`;
  if (met === null) return 'nobody asked for a human';
  return met ? `the line of ${wanted} is met` : `the line of ${wanted} is NOT met`;
}

export function inPercent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(2)} %`;
}

/** Seconds as people read them. */
export function inSeconds(value: number | null): string {
  return value === null ? '–' : `${value.toFixed(value < 10 ? 2 : 1)} s`;
}

function figures({ p50, p95, p99, max }: Waits): string[] {
  return [p50, p95, p99, max].map(inSeconds);
}

function groups(title: string, all: readonly RequestGroup[]): string[] {
  if (all.length === 0) return [];
  const head = line(`  by ${title}`, ['requests', 'share', 'p50', 'p95', 'p99']);
  return [
    '',
    head,
    ...all.map(({ name, requests, share, seconds: { p50, p95, p99 } }) =>
      line(`    ${name}`, [String(requests), inPercent(share), ...[p50, p95, p99].map(inSeconds)]),
    ),
  ];
}

function line(name: string, values: readonly string[]): string {
  return `${name.padEnd(28)}${values.map((value) => value.padStart(10)).join('')}`;
}
