import type { Simulation } from '@baton/packs';
import type { Comparison, PolicyReport, ScenarioVerdict } from './simulation-report.js';

/** Whether the pack's routing does what the scenario expects of it; one verdict for each expectation the scenario names. */
export function judgeScenario(
  { expect }: Simulation,
  { overall }: PolicyReport,
  fifo: Comparison,
): ScenarioVerdict[] {
  const atLeast = (name: string, least: number | undefined, actual: number | null): ScenarioVerdict[] =>
    least === undefined
      ? []
      : [{ name, expected: `>= ${least}`, actual, pass: actual !== null && actual >= least }];
  const atMost = (name: string, most: number | undefined, actual: number | null): ScenarioVerdict[] =>
    most === undefined
      ? []
      : [{ name, expected: `<= ${most}`, actual, pass: actual !== null && actual <= most }];
  const { occupancy } = expect;
  return [
    ...atLeast('skillAndLanguageMatch', expect.skillAndLanguageMatch, mean(overall.skillAndLanguageMatch)),
    ...atMost('p90WaitAgainstFifo', expect.p90WaitAgainstFifo, fifo.p90WaitRatio),
    ...atMost('highPriorityP90AgainstFifo', expect.highPriorityP90AgainstFifo, fifo.highPriorityP90WaitRatio),
    ...atLeast('serviceLevel', expect.serviceLevel, mean(overall.serviceLevel)),
    ...atMost('abandonment', expect.abandonment, mean(overall.abandonment)),
    ...atLeast('occupancy', occupancy?.from, mean(overall.occupancy)),
    ...atMost('occupancy', occupancy?.to, mean(overall.occupancy)),
  ];
}

function mean(estimated: PolicyReport['overall']['serviceLevel']): number | null {
  return estimated?.mean ?? null;
}
