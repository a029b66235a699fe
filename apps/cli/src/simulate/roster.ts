import type { SimulatedAgents, Simulation } from '@baton/packs';
import { minuteOf } from '@baton/policy';
import { instantOf, midnightOf, weekdayOf } from './wall-clock.js';

/** An agent and when they come and go. */
export interface RosteredAgent {
  readonly agentId: string;
  readonly skills: Readonly<Record<string, number>>;
  readonly languages: readonly string[];
  /** By time, ms since the Unix epoch; offline before the first. */
  readonly plan: readonly PlannedPresence[];
}

export interface PlannedPresence {
  readonly at: number;
  readonly presence: 'available' | 'break' | 'offline';
}

/** The moments a simulation covers, ms since the Unix epoch. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

export function periodOf({ start, timezone, hours }: Simulation): Period {
  const from = instantOf(Date.parse(`${start}:00Z`), timezone);
  return { start: from, end: from + Math.round(hours * 60) * minuteMs };
}

/** Everyone who works, as the scenario plans them. */
export function rosterOf(simulation: Simulation): RosteredAgent[] {
  const period = periodOf(simulation);
  return simulation.agents.flatMap((group) =>
    Array.from({ length: group.count }, (_, nth): RosteredAgent => ({
      agentId: `${group.name}-${nth + 1}`,
      skills: group.skills,
      languages: group.languages,
      plan: planOf(group, nth, simulation, period),
    })),
  );
}

function planOf(
  group: SimulatedAgents,
  nth: number,
  { start, timezone }: Simulation,
  period: Period,
): PlannedPresence[] {
  const plan: PlannedPresence[] = [];
  const firstDay = midnightOf(Date.parse(`${start}:00Z`)) - dayMs;
  const days = Math.ceil((period.end - period.start) / dayMs) + 2;
  const clip = (at: number) => Math.min(Math.max(at, period.start), period.end);
  for (let day = firstDay; day < firstDay + days * dayMs; day += dayMs) {
    const window = shiftOn(group, day);
    if (!window) continue;
    const at = (minute: number) => clip(instantOf(day + minute * minuteMs, timezone));
    if (at(window.from) >= at(window.to)) continue;
    plan.push({ at: at(window.from), presence: 'available' });
    for (const pause of breaksIn(group, nth, window)) {
      plan.push({ at: at(pause.from), presence: 'break' }, { at: at(pause.to), presence: 'available' });
    }
    if (at(window.to) < period.end) plan.push({ at: at(window.to), presence: 'offline' });
  }
  return inOrder(plan);
}

/** By time; of several words for one moment the last counts, and what says nothing new is left out. */
function inOrder(plan: readonly PlannedPresence[]): PlannedPresence[] {
  const sorted = plan
    .map((entry, order) => ({ entry, order }))
    .sort((a, b) => a.entry.at - b.entry.at || a.order - b.order)
    .map(({ entry }) => entry);
  const last = sorted.filter(({ at }, index) => sorted[index + 1]?.at !== at);
  return last.filter(({ presence }, index) => presence !== (last[index - 1]?.presence ?? 'offline'));
}

/** Minutes from midnight; past 1440 on the next day. */
interface MinuteWindow {
  readonly from: number;
  readonly to: number;
}

function shiftOn({ shift }: SimulatedAgents, day: number): MinuteWindow | undefined {
  if (!shift) return { from: 0, to: 1440 };
  if (shift.days && !shift.days.includes(weekdayOf(day))) return undefined;
  const from = minuteOf(shift.from);
  const to = minuteOf(shift.to);
  return { from, to: to > from ? to : to + 1440 };
}

/** Breaks of one agent within a shift; those of a group begin one after the other over the minutes they are spread. */
function breaksIn(group: SimulatedAgents, nth: number, shift: MinuteWindow): MinuteWindow[] {
  return group.breaks
    .map(({ at, minutes, spreadMinutes }) => {
      const planned = minuteOf(at) < shift.from ? minuteOf(at) + 1440 : minuteOf(at);
      const from = planned + (spreadMinutes * nth) / group.count;
      return { from, to: Math.min(from + minutes, shift.to) };
    })
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}
