import { matchBenchmark, playFloor, waitErrors } from '@baton/router';
import { openPack } from '../open-pack.js';
import { say } from '../output.js';
import type { Benchmark } from './benchmark.js';
import { percentiles, round } from './percentiles.js';

/** What the benchmark is held to. */
const LIMITS = { p99Ms: 1, rebuildMs: 5_000 };

/** One routing match at a time, both ways, on a floor rebuilt from the store, beside a plain look at everybody. */
export const match: Benchmark = {
  name: 'match',
  measures:
    'one routing match: an agent for a caller, a caller for an agent; the floor rebuilt from the store',
  run: async ({ agents, waiting }) => {
    const { routing } = openPack('bank');
    const figures = await matchBenchmark({ agents, waiting, routing, say });
    const { p50, p95, p99, max } = percentiles([...figures.agentForCaller, ...figures.callerForAgent]);
    say('playing a busy day, to see how far what callers are told is from what comes');
    const day = {
      routing,
      agents: 60,
      callers: 4_000,
      load: 0.97,
      seed: 7,
      longerThanSaid: 1.4,
      heldSeconds: 0,
    };
    const told = waitErrors(playFloor(day));
    const rebuildMs = round(figures.rebuildMs);
    const scans = percentiles([...figures.scanAgents, ...figures.scanCallers]);
    return {
      load: { agents, waiting, pack: 'bank', queues: routing.queues.length, weightsPerQueue: 9 },
      results: {
        p50Ms: p50,
        p95Ms: p95,
        p99Ms: p99,
        maxMs: max,
        rebuildMs,
        agentForCaller: percentiles(figures.agentForCaller),
        callerForAgent: percentiles(figures.callerForAgent),
        changesMs: percentiles(figures.changes),
        baseline: {
          plainScanP50Ms: scans.p50,
          plainScanP99Ms: scans.p99,
          scans: figures.scanAgents.length + figures.scanCallers.length,
          foundOthers: figures.foundOthers,
        },
        expectedWait: told,
        limits: LIMITS,
        withinLimits: p99 <= LIMITS.p99Ms && rebuildMs <= LIMITS.rebuildMs,
      },
    };
  },
};
