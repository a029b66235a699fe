import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { inTraceOf } from '../in-trace-of.js';
import { Agents } from '../store/agents.js';
import { FloorLeases } from '../store/floor-leases.js';
import { PacksOfTenants } from '../store/packs-of-tenants.js';
import { Floor, type FloorListener, type FoundAgent } from './floor.js';
import { handoffsToMatch, matchForHandoff, reservationFor, type Match, type MatchOccasion } from './match.js';
import { Prewarm } from './prewarm.js';

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
    this.#match(tenantId, { kind: 'handoff-waits', handoffId });
  }

  agentFree(tenantId: string, agentId: string): void {
    this.#match(tenantId, { kind: 'agent-free', agentId });
  }

  /** Looks at everyone who waits. */
  matchAll(tenantId: string): void {
    this.#match(tenantId, { kind: 'look-over' });
  }

  /** Resolves when nothing is being matched. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }

  #match(tenantId: string, occasion: MatchOccasion): void {
    this.#run(tenantId, async () => {
      const now = () => this.platform.clock.now();
      for (const handoffId of handoffsToMatch(this.floor, tenantId, occasion, now)) {
        await this.#findAgentFor(tenantId, handoffId);
      }
    });
  }

  async #findAgentFor(tenantId: string, handoffId: string): Promise<void> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const now = this.platform.clock.now();
      const lease = this.leases.mayMatch(tenantId);
      const match = lease && matchForHandoff(this.floor, tenantId, handoffId, now);
      if (!match || (await this.#reserve(match, now, lease.token))) return;
    }
  }

  /** False where somebody was faster; the floor has learned of it then, so that the next look finds another. */
  async #reserve(match: Match<FoundAgent>, now: number, leaseToken?: number): Promise<boolean> {
    const { place, found } = match;
    const { tenantId, handoffId } = place;
    const { routing } = this.packs.pack(tenantId, place.packSha256);
    const request = reservationFor(match, routing, leaseToken);
    this.floor.take(handoffId, now + request.ttlMs);
    try {
      const reserved = await inTraceOf(place.traceparent, () =>
        this.agents.reserve(tenantId, found.agent.id, request),
      );
      if (reserved) this.prewarm.reserved(place, found.agent.id);
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
