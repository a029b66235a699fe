import type { Simulation, SimulatedCalls } from '@baton/packs';
import type { RandomStream } from './random-stream.js';

const hourMs = 3_600_000;

/** Calls an hour of one kind, for each hour from the start. */
export function ratesOf(simulation: Simulation, calls: SimulatedCalls): readonly number[] {
  const hours = Math.ceil(simulation.hours);
  const listed = (perHour: number | readonly number[]): readonly number[] =>
    typeof perHour === 'number' ? Array.from({ length: hours }, () => perHour) : perHour;
  if (calls.perHour !== undefined) return listed(calls.perHour);
  const shares = simulation.calls.reduce((sum, { share = 0 }) => sum + share, 0);
  return listed(simulation.arrivals?.perHour ?? 0).map((rate) => (rate * (calls.share ?? 0)) / shares);
}

/**
 * Times of a Poisson process whose rate is constant within each hour, ms since the start: unit-exponential steps through the integral of
 * the rate (inversion; E. Çinlar, Introduction to Stochastic Processes, 1975, §4.7).
 */
export function arrivalTimes(rates: readonly number[], hours: number, random: RandomStream): number[] {
  const times: number[] = [];
  const end = hours * hourMs;
  let due = -Math.log(random());
  let passed = 0;
  for (const [hour, rate] of rates.entries()) {
    const share = Math.min(1, hours - hour);
    const until = passed + rate * share;
    while (due < until) {
      const at = Math.floor((hour + (due - passed) / rate) * hourMs);
      if (at < end) times.push(at);
      due -= Math.log(random());
    }
    passed = until;
  }
  return times;
}
