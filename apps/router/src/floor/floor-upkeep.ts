import { Inject, Injectable } from '@nestjs/common';
import { commandCause } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Agent } from '../domain/workforce/agent.js';
import type { Slot } from '../domain/workforce/slot.js';
import { workDone } from '../domain/workforce/take-work.js';
import { Agents } from '../store/agents.js';
import { FloorLeases } from '../store/floor-leases.js';
import { HandleTimes } from '../store/handle-times.js';
import { Handoffs } from '../store/handoffs.js';
import { Floor } from './floor.js';
import { Matcher } from './matcher.js';

const everyMs = 10_000;

/**
 * Builds the floor from the store at the start, and looks over it from time to time: matches whom an error left waiting, learns what
 * other replicas did, frees agents whose handoff has ended without them hearing of it.
 */
@Injectable()
export class FloorUpkeep {
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Floor) private readonly floor: Floor,
    @Inject(Matcher) private readonly matcher: Matcher,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(HandleTimes) private readonly handleTimes: HandleTimes,
    @Inject(FloorLeases) leases: FloorLeases,
  ) {
    leases.onTaken((tenantId) => void this.#takeOver(tenantId));
    platform.runInBackground({ start: () => this.#start(), stop: () => this.#stop() });
  }

  /** Another router matched these callers until now: what it did is learned before anybody is matched. */
  async #takeOver(tenantId: string): Promise<void> {
    try {
      await this.#learnAll();
    } catch (thrown) {
      this.platform.logger.warn({ err: thrown }, 'the floor will be looked over again');
    }
    this.matcher.matchAll(tenantId);
  }

  async #start(): Promise<void> {
    await this.handleTimes.learnAll();
    await this.#learnAll();
    this.#matchAll();
    this.#schedule();
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#round;
    await this.matcher.idle();
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      this.#round = this.#lookOver()
        .catch((thrown: unknown) =>
          this.platform.logger.warn({ err: thrown }, 'the floor will be looked over again'),
        )
        .then(() => this.#schedule());
    }, everyMs).unref();
  }

  async #lookOver(): Promise<void> {
    // Where no other process writes the store, what this one saved is all there is.
    if (!this.platform.store.exclusive) {
      await this.handleTimes.learnAll();
      await this.#learnAll();
    }
    await this.#freeForgottenAgents();
    this.#matchAll();
  }

  async #learnAll(): Promise<void> {
    const [agents, handoffs] = await Promise.all([this.agents.all(), this.handoffs.allOpen()]);
    for (const handoff of handoffs) this.floor.learnHandoff(handoff);
    for (const agent of agents) this.floor.learnAgent(agent);
  }

  #matchAll(): void {
    for (const tenantId of this.floor.tenants()) this.matcher.matchAll(tenantId);
  }

  async #freeForgottenAgents(): Promise<void> {
    const open = new Set((await this.handoffs.allOpen()).map(({ handoffId }) => handoffId));
    for (const tenantId of this.floor.tenants()) {
      for (const agent of this.floor.agentsWithWork(tenantId)) {
        for (const slot of agent.slots) {
          if (!open.has(slot.handoffId)) await this.#freeIfForgotten(agent, slot);
        }
      }
    }
  }

  async #freeIfForgotten({ tenantId, agentId }: Agent, { handoffId }: Slot): Promise<void> {
    const handoff = await this.handoffs.find(handoffId);
    // The usual way takes milliseconds; what is older was lost.
    if (!handoff || handoff.open || this.platform.clock.now() - handoff.since < everyMs) return;
    const commandId = `forgotten:${handoffId}/${handoff.revision}`;
    const cause = commandCause({ commandId, tenantId, correlationId: handoff.conversationId });
    await this.agents.apply(tenantId, agentId, cause, (known, now) =>
      workDone(known, handoffId, 'handoff-over', now),
    );
  }
}
