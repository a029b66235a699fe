import type { ErlangInput } from './erlang-c.js';

/** What Erlang A says of a queue whose callers hang up. */
export interface ErlangA {
  /** Share of callers who find nobody free. */
  readonly waits: number;
  /** Share of callers who hang up before they are answered. */
  readonly abandons: number;
  /** Mean time in the queue over all callers, those who hang up too, seconds. */
  readonly meanWaitSeconds: number;
  readonly occupancy: number;
}

/** States beyond this share of all probability are left out. */
const negligible = 1e-13;

/**
 * M/M/c+M, exponential patience: the stationary distribution of the birth-and-death process with arrivals λ and departures
 * min(n, c)μ + max(0, n − c)θ. Source: C. Palm (1957); W. Whitt, “Engineering solution of a basic call-center model”, Management Science
 * 51 (2005); O. Garnett, A. Mandelbaum, M. Reiman, “Designing a call center with impatient customers”, M&SOM 4 (2002).
 */
export function erlangA(input: ErlangInput & { readonly patienceSeconds: number }): ErlangA {
  const { arrivalRate, handleSeconds, agents, patienceSeconds } = input;
  // Relative to the weight of the fullest state seen so far, so that nothing overflows.
  let weight = 1;
  let total = 1;
  let waiting = agents === 0 ? 1 : 0;
  let queueLength = 0;
  let busy = 0;
  for (let n = 1; ; n += 1) {
    const departures = Math.min(n, agents) / handleSeconds + Math.max(0, n - agents) / patienceSeconds;
    weight *= arrivalRate / departures;
    total += weight;
    busy += Math.min(n, agents) * weight;
    if (n >= agents) waiting += weight;
    queueLength += Math.max(0, n - agents) * weight;
    if (n > agents && weight < total * negligible && departures > arrivalRate) break;
    if (total > 1e200) {
      const scale = 1 / total;
      weight *= scale;
      total *= scale;
      waiting *= scale;
      queueLength *= scale;
      busy *= scale;
    }
  }
  const meanQueue = queueLength / total;
  return {
    waits: waiting / total,
    abandons: meanQueue / patienceSeconds / arrivalRate,
    meanWaitSeconds: meanQueue / arrivalRate,
    occupancy: busy / total / agents,
  };
}
