import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../backtest/synthetic-callers.js';
import type { ChaosSite } from './chaos-site.js';

/** A process that was ended in the middle of its work. */
export interface Kill {
  readonly victim: string;
  /** The step of a handoff that was being taken. */
  readonly step: string;
  readonly at: number;
  /** Until it was ready again, ms. */
  readonly backAfterMs: number;
}

export interface KillerOptions {
  readonly site: Pick<ChaosSite, 'victims' | 'kill' | 'startAgain'>;
  readonly random: Random;
  /** How many kills there are to be, spread over about so many steps. */
  readonly kills: number;
  readonly steps: number;
  readonly onKill: (kill: Kill) => void;
  /** Scales the waits before a kill and before a restart. Default 1. */
  readonly waits?: number;
}

/** The longest from a step to the kill, and from the kill to the restart, ms. */
const longestFuseMs = 80;
const longestDownMs = 500;
const mostStarts = 3;

/**
 * Kills processes with `kill -9` while handoffs take their steps, one at a time, and starts them again as a supervisor would. Who,
 * when and for how long follows from the seed and the order in which steps are taken.
 */
export class Killer {
  readonly kills: Kill[] = [];
  readonly #options: KillerOptions;
  #seen = 0;
  #begun = 0;
  #busy = false;
  #stopped = false;
  #round: Promise<void> = Promise.resolve();
  #failed: { readonly thrown: unknown } | undefined;

  constructor(options: KillerOptions) {
    this.#options = options;
  }

  /** A step is about to be taken, or has just been. */
  step(step: string): void {
    const { random, kills, steps, site, waits = 1 } = this.#options;
    const [chosen, who, fuse, down] = [random(), random(), random(), random()];
    const chance = (kills - this.#begun) / Math.max(1, steps - this.#seen);
    this.#seen += 1;
    if (this.#busy || this.#stopped || chosen >= chance) return;
    this.#busy = true;
    this.#begun += 1;
    const victim = site.victims[Math.floor(who * site.victims.length)]!;
    this.#round = this.#kill(victim, step, fuse * longestFuseMs * waits, down * longestDownMs * waits)
      .catch((thrown: unknown) => {
        this.#failed ??= { thrown };
        this.#stopped = true;
      })
      .finally(() => (this.#busy = false));
  }

  /** Resolves when nobody is down. */
  idle(): Promise<void> {
    return this.#round;
  }

  /** No more kills; resolves when everybody is back. Rejects where a process could not be started again. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#round;
    if (this.#failed !== undefined) throw this.#failed.thrown;
  }

  async #kill(victim: string, step: string, fuseMs: number, downMs: number): Promise<void> {
    const { site, onKill } = this.#options;
    await pause(fuseMs);
    const at = Date.now();
    await site.kill(victim);
    await pause(downMs);
    await this.#startAgain(victim);
    const kill = { victim, step, at, backAfterMs: Date.now() - at };
    this.kills.push(kill);
    onKill(kill);
  }

  /** A supervisor tries again where a process does not come up. */
  async #startAgain(victim: string): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#options.site.startAgain(victim);
      } catch (thrown) {
        if (tries === mostStarts) throw thrown;
      }
    }
  }
}
