import type { HumanRequest } from './human-requests.js';

/** The law's line (Spain, Ley 10/2025): within three minutes of the request, for 95 of 100. */
export const limitSeconds = 180;
export const wantedShare = 0.95;

/** Seconds at the nearest rank; null where there is none. */
export interface Waits {
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

/** Requests that have something in common. */
export interface RequestGroup {
  readonly name: string;
  readonly requests: number;
  readonly served: number;
  readonly withinLimit: number;
  /** Of all requests, those never served included; 0..1. */
  readonly share: number;
  readonly seconds: Waits;
}

/** The log a report rests on: whoever has it can make the report again. */
export interface ReportedLog {
  readonly origin: string;
  /** Entries that count: those the checkpoint covers. */
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

/** Time from an explicit request to a human, over one month (R12). Keys stand in a fixed order: the same log gives the same bytes. */
export interface TimeToHumanReport {
  readonly report: 'time-to-human';
  readonly version: 1;
  readonly tenant: string;
  /** `2026-11`: of the request, in the time zone. */
  readonly month: string;
  readonly timeZone: string;
  readonly log: ReportedLog;
  readonly limitSeconds: number;
  readonly wantedShare: number;
  readonly requests: number;
  readonly served: number;
  readonly withinLimit: number;
  readonly share: number | null;
  /** Null: there was no request. */
  readonly met: boolean | null;
  /** From the request to the human, and what it is made of. */
  readonly seconds: {
    readonly requestToHuman: Waits;
    readonly requestToDecision: Waits;
    readonly decisionToOffer: Waits;
    readonly offerToAcceptance: Waits;
    readonly acceptanceToHuman: Waits;
  };
  readonly byHow: readonly RequestGroup[];
  readonly byQueue: readonly RequestGroup[];
  readonly byLanguage: readonly RequestGroup[];
  readonly byChannel: readonly RequestGroup[];
  readonly neverServed: readonly { readonly why: string; readonly requests: number }[];
  /** Conversations of the log of which something needed here was erased: they may be missing above. */
  readonly erasedConversations: number;
}

export interface ReportParts {
  readonly tenant: string;
  readonly month: string;
  readonly timeZone: string;
  readonly log: ReportedLog;
  /** Of any month. */
  readonly requests: readonly HumanRequest[];
  readonly erasedConversations: number;
}

/** Counts the requests of the month. */
export function timeToHumanReport(parts: ReportParts): TimeToHumanReport {
  const { tenant, month, timeZone, log, erasedConversations } = parts;
  const monthOf = monthNamer(timeZone);
  const requests = parts.requests.filter(({ at }) => monthOf(at) === month);
  const all = groupOf('', requests);
  const between = (
    from: (r: HumanRequest) => number | undefined,
    to: (r: HumanRequest) => number | undefined,
  ) =>
    waits(
      requests.flatMap((request) => {
        const [begin, end] = [from(request), to(request)];
        return request.humanAt === undefined || begin === undefined || end === undefined ? [] : [end - begin];
      }),
    );
  return {
    report: 'time-to-human',
    version: 1,
    tenant,
    month,
    timeZone,
    log,
    limitSeconds,
    wantedShare,
    requests: all.requests,
    served: all.served,
    withinLimit: all.withinLimit,
    share: all.requests === 0 ? null : all.share,
    met: all.requests === 0 ? null : all.withinLimit >= wantedShare * all.requests,
    seconds: {
      requestToHuman: all.seconds,
      requestToDecision: between(
        ({ at }) => at,
        ({ decidedAt }) => decidedAt,
      ),
      decisionToOffer: between(
        ({ decidedAt }) => decidedAt,
        ({ offeredAt }) => offeredAt,
      ),
      offerToAcceptance: between(
        ({ offeredAt }) => offeredAt,
        ({ acceptedAt }) => acceptedAt,
      ),
      acceptanceToHuman: between(
        ({ acceptedAt }) => acceptedAt,
        ({ humanAt }) => humanAt,
      ),
    },
    byHow: groupsBy(requests, ({ how }) => how),
    byQueue: groupsBy(requests, ({ queue }) => queue || 'none'),
    byLanguage: groupsBy(requests, ({ language }) => language || 'unknown'),
    byChannel: groupsBy(requests, ({ channel }) => channel || 'unknown'),
    neverServed: tally(requests.flatMap(({ humanAt, missed }) => (humanAt === undefined ? [missed] : []))),
    erasedConversations,
  };
}

/** Names the month of a moment: `2026-11`. Throws a RangeError for a time zone nobody knows. */
export function monthNamer(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit' });
  return (at) => {
    const parts = format.formatToParts(at);
    const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value;
    return `${part('year')}-${part('month')}`;
  };
}

function groupsBy(
  requests: readonly HumanRequest[],
  name: (request: HumanRequest) => string,
): RequestGroup[] {
  return [...Map.groupBy(requests, name)]
    .map(([key, own]) => groupOf(key, own))
    .sort((a, b) => b.requests - a.requests || (a.name < b.name ? -1 : 1));
}

function groupOf(name: string, requests: readonly HumanRequest[]): RequestGroup {
  const times = requests.flatMap(({ at, humanAt }) => (humanAt === undefined ? [] : [humanAt - at]));
  const withinLimit = times.filter((ms) => ms < limitSeconds * 1_000).length;
  return {
    name,
    requests: requests.length,
    served: times.length,
    withinLimit,
    share: requests.length === 0 ? 0 : Number((withinLimit / requests.length).toFixed(4)),
    seconds: waits(times),
  };
}

/** Clocks of two services may differ by a little: no wait is shorter than none. */
function waits(times: readonly number[]): Waits {
  const sorted = times.map((ms) => Math.max(0, ms) / 1_000).sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
  return {
    count: sorted.length,
    p50: rank(0.5),
    p95: rank(0.95),
    p99: rank(0.99),
    max: sorted.at(-1) ?? null,
  };
}

function tally(names: readonly string[]) {
  return [...Map.groupBy(names, (name) => name)]
    .map(([why, all]) => ({ why, requests: all.length }))
    .sort((a, b) => b.requests - a.requests || (a.why < b.why ? -1 : 1));
}
