import type { Kill } from './killer.js';
import type { LoggedRecord } from './read-log.js';

/** A conversation's events, once each and in order of time, with the kills between them: what one reads to find a fault. */
export function trailText(
  records: readonly LoggedRecord[],
  conversationId: string,
  kills: readonly Kill[],
): string {
  const seen = new Set<string>();
  const events = records.filter(({ id, correlationId }) => {
    if (correlationId !== conversationId || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
  const first = Math.min(...events.map(({ timeMs }) => timeMs));
  const last = Math.max(...events.map(({ timeMs }) => timeMs));
  const lines = [
    ...events.map(({ timeMs, type, source, data }) => ({
      at: timeMs,
      text: `${type} (${source.slice(source.lastIndexOf('/') + 1)}) ${shortly(data)}`,
    })),
    ...kills
      .filter(({ at }) => at > first - 10_000 && at < last + 10_000)
      .map(({ at, victim, step, backAfterMs }) => ({
        at,
        text: `--- kill -9 ${victim} at ${step}, back after ${backAfterMs} ms`,
      })),
  ].sort((a, b) => a.at - b.at);
  return lines.map(({ at, text }) => `  ${String(at - first).padStart(7)} ms  ${text}`).join('\n');
}

const told = [
  'handoffId',
  'agentId',
  'reservationToken',
  'turnIndex',
  'speaker',
  'text',
  'reason',
  'inState',
];

function shortly(data: Readonly<Record<string, unknown>>): string {
  const parts = told.filter((name) => data[name] !== undefined && data[name] !== '');
  return parts.map((name) => `${name}=${String(data[name]).slice(0, 60)}`).join(' ');
}
