import { expectedCalls, type QueueConfig, type RoutingConfig, type Simulation } from '@baton/packs';
import { chooseQueue, isOpen, speaks } from '@baton/policy';
import { ratesOf } from './arrivals.js';
import { periodOf, type RosteredAgent } from './roster.js';

const quarterMs = 15 * 60_000;

/** What of a scenario cannot be meant, or makes its figures say little: allowed, simulated as it stands, and said. */
export function scenarioRemarks(
  simulation: Simulation,
  routing: RoutingConfig,
  roster: readonly RosteredAgent[],
): string[] {
  if (expectedCalls(simulation) === 0) return ['Nobody calls: every rate is 0.'];
  const working = roster.filter(({ plan }) => plan.length > 0);
  return [
    ...(working.length < roster.length
      ? [`${roster.length - working.length} agents have no shift in the hours simulated.`]
      : []),
    ...callsRemarks(simulation, working),
    ...queuesOf(simulation, routing).flatMap((queue) => queueRemarks(queue, simulation, working)),
  ];
}

function callsRemarks(simulation: Simulation, working: readonly RosteredAgent[]): string[] {
  const coming = simulation.calls.filter((calls) => ratesOf(simulation, calls).some((rate) => rate > 0));
  const skills = new Set(coming.flatMap((calls) => calls.skills));
  const languages = new Set(coming.flatMap((calls) => Object.keys(calls.languages)));
  return [
    ...[...skills]
      .filter((skill) => !working.some((agent) => Object.hasOwn(agent.skills, skill)))
      .map((skill) => `Callers ask for ${skill}, and no agent has it.`),
    ...[...languages]
      .filter((language) => !working.some((agent) => speaks({ id: '', ...agent }, language)))
      .map((language) => `Callers speak ${language}, and no agent does.`),
  ];
}

function queueRemarks(
  queue: QueueConfig,
  simulation: Simulation,
  working: readonly RosteredAgent[],
): string[] {
  const { start, end } = periodOf(simulation);
  const { name, skills, minProficiency = 1 } = queue;
  const serves = (agent: RosteredAgent) =>
    skills.every((skill) => (agent.skills[skill] ?? 0) >= minProficiency);
  const remarks = working.some(serves) ? [] : [`No agent serves the queue ${name} by its own skills.`];
  for (let at = start; at < end; at += quarterMs) if (isOpen(queue.hours, at)) return remarks;
  return [
    ...remarks,
    `The queue ${name} does not open in the hours simulated: its callers are rung instead.`,
  ];
}

/** The queues callers of the scenario would go to, were they open. */
function queuesOf(simulation: Simulation, routing: RoutingConfig): QueueConfig[] {
  const always: RoutingConfig = {
    ...routing,
    queues: routing.queues.map((queue) => ({ ...queue, hours: 'always' })),
  };
  const { start: now } = periodOf(simulation);
  const names = new Set(
    simulation.calls
      .filter((calls) => ratesOf(simulation, calls).some((rate) => rate > 0))
      .map(({ skills }) => chooseQueue(always, { skills, language: 'en', priority: 'normal', now }).queue),
  );
  return routing.queues.filter(({ name }) => names.has(name));
}
