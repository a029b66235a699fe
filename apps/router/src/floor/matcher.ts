import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Place } from '../domain/handoff/queue-view.js';
import { inTraceOf } from '../in-trace-of.js';
import { slotKindOf } from '../domain/workforce/slot.js';
import { Agents } from '../store/agents.js';
import { FloorLeases } from '../store/floor-leases.js';
import { PacksOfTenants } from '../store/packs-of-tenants.js';
import { Floor, type FloorListener, type FoundAgent } from './floor.js';
import { Prewarm } from './prewarm.js';

/** A reservation outlives its offer by this, so that an answer in the last moment still finds the agent held, ms. */
const reservationMarginMs = 5_000;
/** After so many lost races for one caller the next look over the floor goes on. */
const mostTries = 20;

/**
 * Brings callers and agents together. One match after the other per tenant, so that two callers never race for one agent here; of several
 * replicas the one that holds the tenant's lease matches, and the reservation, a compare-and-set, decides.
 */
@Injectable()
export class Matcher implements FloorListener {
  readonly #tails = new Map<string, Promise<void>>();

  constructor(
    @Inject(Floor) private readonly floor: Floor,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(FloorLeases) private readonly leases: FloorLeases,
    @Inject(Prewarm) private readonly prewarm: Prewarm,
    @Inject(PacksOfTenants) private readonly packs: PacksOfTenants,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {
    floor.listen(this);
  }

  handoffWaits(tenantId: string, handoffId: string): void {
    this.#run(tenantId, () => this.#findAgentFor(tenantId, handoffId));
  }

  agentFree(tenantId: string, agentId: string): void {
    this.#run(tenantId, () => this.#findCallerFor(tenantId, agentId));
  }

  /** Looks at everyone who waits. */
  matchAll(tenantId: string): void {
    this.#run(tenantId, async () => {
      if (!this.floor.hasFreeAgents(tenantId)) return;
      for (const place of this.floor.waitingInOrder(tenantId, this.platform.clock.now())) {
        await this.#findAgentFor(tenantId, place.handoffId);
        if (!this.floor.hasFreeAgents(tenantId)) return;
      }
    });
  }

  /** Resolves when nothing is being matched. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }

  async #findAgentFor(tenantId: string, handoffId: string): Promise<void> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const now = this.platform.clock.now();
      const place = this.floor.waiting(tenantId, handoffId);
      const lease = this.leases.mayMatch(tenantId);
      const found = place && lease && this.floor.agentFor(place, now);
      if (!found) return;
      if (await this.#reserve(place, found, now, lease.token)) return;
    }
  }

  async #findCallerFor(tenantId: string, agentId: string): Promise<void> {
    let before = '';
    for (;;) {
      const place = this.floor.placeFor(tenantId, agentId, this.platform.clock.now());
      // The same caller once more: somebody better was found for them, or nobody.
      if (!place || place.handoffId === before) return;
      before = place.handoffId;
      await this.#findAgentFor(tenantId, place.handoffId);
    }
  }

  /** False where somebody was faster; the floor has learned of it then, so that the next look finds another. */
  async #reserve(place: Place, found: FoundAgent, now: number, leaseToken?: number): Promise<boolean> {
    const { agent, why, explanation } = found;
    const { tenantId, handoffId, conversationId } = place;
    const ttlMs =
      this.packs.pack(tenantId, place.packSha256).routing.offerSeconds * 1000 + reservationMarginMs;
    this.floor.take(handoffId, now + ttlMs);
    try {
      const request = {
        handoffId,
        conversationId,
        ttlMs,
        why,
        explanation,
        channel: slotKindOf(place.channel),
        queue: place.queue,
        ...(leaseToken === undefined ? {} : { leaseToken }),
      };
      const reserved = await inTraceOf(place.traceparent, () =>
        this.agents.reserve(tenantId, agent.id, request),
      );
      if (reserved) this.prewarm.reserved(place, agent.id);
      else this.floor.putBack(handoffId);
      return reserved;
    } catch (thrown) {
      this.floor.putBack(handoffId);
      throw thrown;
    }
  }

  #run(tenantId: string, task: () => Promise<void>): void {
    const tail: Promise<void> = (this.#tails.get(tenantId) ?? Promise.resolve())
      .then(task)
      .catch((thrown: unknown) =>
        this.platform.logger.warn({ err: thrown, tenant: tenantId }, 'matching will be tried again'),
      )
      .finally(() => {
        if (this.#tails.get(tenantId) === tail) this.#tails.delete(tenantId);
      });
    this.#tails.set(tenantId, tail);
  }
}
