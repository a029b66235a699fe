import type { Pack, Simulation } from '@baton/packs';
import { callersOf } from './caller.js';
import { comparePolicies } from './compare-policies.js';
import { judgeScenario } from './judge-scenario.js';
import { measureReplication, type ReplicationFigures } from './measure-replication.js';
import { POLICIES, type PolicyName } from './policies.js';
import { rosterOf } from './roster.js';
import { scenarioRemarks } from './scenario-remarks.js';
import { playReplication } from './simulated-centre.js';
import type { PolicyReport, SimulationReport } from './simulation-report.js';
import { summarise, summariseGroups } from './summarise.js';

/** Plays every replication under every policy. `played` hears of how many calls have come so far, under all of them. */
export function runSimulation(
  simulation: Simulation,
  pack: Pick<Pack, 'name' | 'sha256' | 'routing' | 'languages'>,
  played: (calls: number) => void = () => {},
): SimulationReport {
  const { routing, languages } = pack;
  const roster = rosterOf(simulation);
  const figures: Record<PolicyName, ReplicationFigures[]> = { pack: [], fifo: [], 'longest-idle': [] };
  let done = 0;
  for (let replication = 0; replication < simulation.replications; replication += 1) {
    const callers = callersOf(simulation, replication);
    for (const policy of POLICIES) {
      const happened = playReplication({ simulation, routing, languages, policy, callers, roster }, () =>
        played((done += 1)),
      );
      figures[policy].push(measureReplication(happened, simulation, routing));
    }
  }
  const policies = {
    pack: reportOf(figures.pack),
    fifo: reportOf(figures.fifo),
    'longest-idle': reportOf(figures['longest-idle']),
  };
  const against = (other: Exclude<PolicyName, 'pack'>) =>
    comparePolicies(figures.pack, figures[other], { pack: policies.pack, other: policies[other] });
  const comparison = { fifo: against('fifo'), 'longest-idle': against('longest-idle') };
  const { id, title = '', seed, start, timezone, hours, warmUpMinutes, replications } = simulation;
  return {
    scenario: {
      id,
      title,
      pack: pack.name,
      packSha256: pack.sha256,
      seed,
      start,
      timezone,
      hours,
      warmUpMinutes,
      agents: roster.length,
    },
    replications,
    policies,
    comparison,
    verdicts: judgeScenario(simulation, policies.pack, comparison.fifo),
    remarks: scenarioRemarks(simulation, routing, roster),
  };
}

function reportOf(replications: readonly ReplicationFigures[]): PolicyReport {
  return {
    overall: summarise(replications.map(({ overall }) => overall)),
    highPriority: summarise(replications.map(({ highPriority }) => highPriority)),
    byQueue: summariseGroups(replications.map(({ byQueue }) => byQueue)),
    byPriority: summariseGroups(replications.map(({ byPriority }) => byPriority)),
    byLanguage: summariseGroups(replications.map(({ byLanguage }) => byLanguage)),
    bySegment: summariseGroups(replications.map(({ bySegment }) => bySegment)),
    byHour: summariseGroups(replications.map(({ byHour }) => byHour)),
  };
}
