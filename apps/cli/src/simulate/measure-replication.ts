import type { RoutingConfig, Simulation } from '@baton/packs';
import { PRIORITIES } from '@baton/policy';
import type { CallRecord } from './call-record.js';
import { groupFigures, type GroupFigures } from './group-figures.js';
import { occupancyOf } from './occupancy.js';
import type { Happened } from './simulated-centre.js';
import { hourAndMinute, localTimeOf } from './wall-clock.js';

/** The figures of one replication under one policy, of calls after the warm-up. */
export interface ReplicationFigures {
  readonly overall: GroupFigures & {
    readonly occupancy: number | null;
    /** Over the whole time, the warm-up too. */
    readonly callbacksKept: number;
    readonly callbacksMissed: number;
  };
  /** High and urgent together. */
  readonly highPriority: GroupFigures;
  readonly byQueue: Readonly<Record<string, GroupFigures>>;
  readonly byPriority: Readonly<Record<string, GroupFigures>>;
  readonly byLanguage: Readonly<Record<string, GroupFigures>>;
  /** Of callers whose segment the scenario names. */
  readonly bySegment: Readonly<Record<string, GroupFigures>>;
  /** By the hour they called in: `0/09:00` is the first day from nine, local time. */
  readonly byHour: Readonly<Record<string, GroupFigures>>;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export function measureReplication(
  happened: Happened,
  { warmUpMinutes, timezone }: Simulation,
  routing: RoutingConfig,
): ReplicationFigures {
  const { start } = happened.period;
  const measuredFrom = start + Math.round(warmUpMinutes * minuteMs);
  const calls = happened.calls.filter(({ arrivedAt }) => arrivedAt >= measuredFrom);
  const within = new Map(routing.queues.map(({ name, serviceLevel }) => [name, serviceLevel.seconds]));
  const figures = (group: readonly CallRecord[]) => groupFigures(group, (queue) => within.get(queue) ?? 20);
  const by = (keyOf: (call: CallRecord) => string, order: readonly string[] = []) =>
    grouped(calls, keyOf, order, figures);
  const hourOf = ({ arrivedAt }: CallRecord) => Math.floor((arrivedAt - start) / hourMs);
  const labels = Array.from({ length: Math.ceil((happened.period.end - start) / hourMs) }, (_, hour) => {
    const local = hourAndMinute(localTimeOf(start + hour * hourMs, timezone));
    return `${Math.floor(hour / 24)}/${local}`;
  });
  return {
    overall: {
      ...figures(calls),
      occupancy: occupancyOf(happened, measuredFrom),
      callbacksKept: happened.callbacksKept,
      callbacksMissed: happened.callbacksMissed,
    },
    highPriority: figures(calls.filter(({ caller }) => ['high', 'urgent'].includes(caller.priority))),
    byQueue: by(
      ({ queue }) => queue,
      routing.queues.map(({ name }) => name),
    ),
    byPriority: by(({ caller }) => caller.priority, PRIORITIES),
    byLanguage: by(({ caller }) => caller.language.toLowerCase().split('-')[0]!),
    bySegment: grouped(
      calls.filter(({ caller }) => caller.segment !== ''),
      ({ caller }) => caller.segment,
      [],
      figures,
    ),
    byHour: by((call) => labels[hourOf(call)]!, labels),
  };
}

function grouped(
  calls: readonly CallRecord[],
  keyOf: (call: CallRecord) => string,
  order: readonly string[],
  figures: (group: readonly CallRecord[]) => GroupFigures,
): Record<string, GroupFigures> {
  const groups = new Map<string, CallRecord[]>(order.map((key) => [key, []]));
  for (const call of calls) {
    const key = keyOf(call);
    const group = groups.get(key);
    if (group) group.push(call);
    else groups.set(key, [call]);
  }
  const present = [...groups].filter(([, group]) => group.length > 0);
  return Object.fromEntries(present.map(([key, group]) => [key, figures(group)]));
}
