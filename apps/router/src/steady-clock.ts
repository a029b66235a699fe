import type { Clock } from '@baton/kernel';

/** A wall clock that moves this much more or less than time does has been set, ms. */
const jumpMs = 2_000;

/** Since when the wall clock runs evenly: since the start, or since it was last set forward or back. */
export class SteadyClock {
  readonly #clock: Clock;
  readonly #elapsed: () => number;
  #since: number;
  #offset: number;

  /** `elapsed`: milliseconds that only ever grow, whatever is done to the wall clock. */
  constructor(clock: Clock, elapsed: () => number = () => performance.now()) {
    this.#clock = clock;
    this.#elapsed = elapsed;
    this.#since = clock.now();
    this.#offset = this.#since - elapsed();
  }

  /** Milliseconds since the Unix epoch. */
  since(): number {
    const now = this.#clock.now();
    const offset = now - this.#elapsed();
    if (Math.abs(offset - this.#offset) > jumpMs) this.#since = now;
    this.#offset = offset;
    return this.#since;
  }
}
