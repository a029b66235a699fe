import { checkReferences, checkUnique, namesAt } from './check-names.js';
import type { FaultPath, FoundFault } from './fault.js';
import type { RoutingConfig } from './routing-schema.js';
import type { Simulation } from './simulation-schema.js';

const mostAgents = 20_000;
const mostCalls = 1_000_000;
const mostCallsInAll = 10_000_000;

/** Faults of a scenario that only show once its shape is right: rates, sizes, times. */
export function checkSimulation(simulation: Simulation): FoundFault[] {
  const { calls, agents, hours, warmUpMinutes } = simulation;
  const name = (list: 'calls' | 'agents') => (entry: { readonly name: string }, index: number) => ({
    name: entry.name,
    path: [list, index, 'name'],
  });
  return [
    ...checkUnique(calls.map(name('calls')), 'kind of call'),
    ...checkUnique(agents.map(name('agents')), 'group'),
    ...calls.flatMap((_, index) => checkCalls(simulation, index)),
    ...checkRates(simulation.arrivals?.perHour, ['arrivals', 'perHour'], hours),
    ...(warmUpMinutes < hours * 60
      ? []
      : [
          fault(
            ['warmUpMinutes'],
            'leaves nothing to measure',
            `less than the ${hours * 60} minutes of \`hours\``,
          ),
        ]),
    ...checkSizes(simulation),
  ];
}

/** Faults of a scenario against the routing of its pack: skills and proficiencies nobody there knows. */
export function checkSimulationAgainst(simulation: Simulation, routing: RoutingConfig): FoundFault[] {
  const skills = routing.skills.map(({ name }) => name);
  return [
    ...simulation.calls.flatMap(({ skills: asked }, index) =>
      checkReferences(namesAt(asked, ['calls', index, 'skills']), skills, 'skill'),
    ),
    ...simulation.agents.flatMap(({ skills: known }, index) =>
      checkReferences(keysAt(known, ['agents', index, 'skills']), skills, 'skill').map(atKey),
    ),
    ...checkReferences(keysAt(simulation.handling.bySkill, ['handling', 'bySkill']), skills, 'skill').map(
      atKey,
    ),
  ];
}

/** Calls expected in one replication. */
export function expectedCalls({ arrivals, calls, hours }: Simulation): number {
  const sum = (perHour: number | readonly number[] | undefined): number => {
    if (perHour === undefined) return 0;
    if (typeof perHour === 'number') return perHour * hours;
    return perHour.reduce((total, rate, hour) => total + rate * Math.max(0, Math.min(1, hours - hour)), 0);
  };
  const ofShares = calls.some(({ share }) => share !== undefined) ? sum(arrivals?.perHour) : 0;
  return calls.reduce((total, { perHour }) => total + sum(perHour), ofShares);
}

function checkCalls({ calls, arrivals, hours }: Simulation, index: number): FoundFault[] {
  const { share, perHour, languages, priorities, segments } = calls[index]!;
  const path = ['calls', index];
  const faults = checkRates(perHour, [...path, 'perHour'], hours);
  if ((share === undefined) === (perHour === undefined)) {
    faults.push(
      fault(path, 'has no rate of its own', 'either share, a part of arrivals.perHour, or perHour'),
    );
  }
  if (share !== undefined && arrivals === undefined) {
    faults.push(fault([...path, 'share'], 'is a part of nothing', 'arrivals: { perHour: … } beside calls'));
  }
  if (Object.keys(languages).length === 0)
    faults.push(fault([...path, 'languages'], 'names no language', '{ en: 1 }'));
  if (Object.keys(priorities).length === 0)
    faults.push(fault([...path, 'priorities'], 'names no priority', '{ normal: 1 }'));
  if (segments !== undefined && Object.keys(segments).length === 0)
    faults.push(fault([...path, 'segments'], 'names no segment', '{ standard: 1 }, or nothing'));
  return faults;
}

function checkRates(
  perHour: number | readonly number[] | undefined,
  path: FaultPath,
  hours: number,
): FoundFault[] {
  const wanted = Math.ceil(hours);
  if (perHour === undefined || typeof perHour === 'number' || perHour.length === wanted) return [];
  const instead = `${wanted}, one for each hour from the start, or one number for all`;
  return [fault(path, `has ${perHour.length} entries`, instead)];
}

function checkSizes(simulation: Simulation): FoundFault[] {
  const agents = simulation.agents.reduce((sum, { count }) => sum + count, 0);
  const calls = expectedCalls(simulation);
  const inAll = calls * simulation.replications;
  return [
    ...(agents > mostAgents ? [fault(['agents'], `are ${agents} people`, `at most ${mostAgents}`)] : []),
    ...(calls > mostCalls
      ? [
          fault(
            ['calls'],
            `come to ${Math.round(calls)} calls`,
            `rates and hours that make at most ${mostCalls}`,
          ),
        ]
      : inAll > mostCallsInAll
        ? [
            fault(
              ['replications'],
              `make ${Math.round(inAll)} calls in all`,
              `at most ${Math.floor(mostCallsInAll / calls)}`,
            ),
          ]
        : []),
  ];
}

function keysAt(record: object, path: FaultPath): { name: string; path: FaultPath }[] {
  return Object.keys(record).map((name) => ({ name, path: [...path, name] }));
}

function atKey(found: FoundFault): FoundFault {
  return { ...found, at: 'key' };
}

function fault(path: FaultPath, message: string, instead: string): FoundFault {
  return { path, message, instead };
}
