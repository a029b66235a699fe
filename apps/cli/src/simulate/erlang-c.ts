/** A queue of memoryless arrivals and services: M/M/c. */
export interface ErlangInput {
  /** Calls a second. */
  readonly arrivalRate: number;
  /** Mean handle time, seconds. */
  readonly handleSeconds: number;
  readonly agents: number;
}

/** What Erlang C says of a queue nobody leaves. */
export interface ErlangC {
  /** Share of callers who wait at all. */
  readonly waits: number;
  /** Mean wait over all callers (ASA), seconds. */
  readonly meanWaitSeconds: number;
  readonly occupancy: number;
  /** Share of callers answered within so many seconds. */
  answeredWithin(seconds: number): number;
}

/**
 * Source: A. K. Erlang (1917); L. Kleinrock, Queueing Systems I (1975), §3.5; the recursion of Erlang B,
 * B(n) = aB(n−1) / (n + aB(n−1)), keeps the sums from overflowing. Infinite waits where the load is not below the agents.
 */
export function erlangC({ arrivalRate, handleSeconds, agents }: ErlangInput): ErlangC {
  const load = arrivalRate * handleSeconds;
  const occupancy = load / agents;
  if (occupancy >= 1) {
    return { waits: 1, meanWaitSeconds: Number.POSITIVE_INFINITY, occupancy: 1, answeredWithin: () => 0 };
  }
  let blocked = 1;
  for (let n = 1; n <= agents; n += 1) blocked = (load * blocked) / (n + load * blocked);
  const waits = blocked / (1 - occupancy * (1 - blocked));
  const drain = (agents - load) / handleSeconds;
  return {
    waits,
    meanWaitSeconds: waits / drain,
    occupancy,
    answeredWithin: (seconds) => 1 - waits * Math.exp(-drain * seconds),
  };
}
