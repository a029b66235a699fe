import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Collection, DocumentStore, Versioned } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';

/** Who matches the callers of a tenant. Every renewal is a new version of the document, and that alone shows its owner is alive. */
interface FloorLease {
  /** Instance id; empty: given up. */
  readonly owner: string;
  /** Grows with every change of owner and is never given twice: the fencing token. */
  readonly token: number;
}

/** Times of the lease, ms. */
export interface LeaseTimes {
  /** A lease that is not renewed for so long is taken over. */
  readonly ttlMs: number;
  readonly everyMs: number;
}

export const LEASE_TIMES = Symbol('router.lease-times');
const usualTimes: LeaseTimes = { ttlMs: 3_000, everyMs: 600 };

/** What it means to be allowed to match; `token` is absent where no other process can be. */
export interface MayMatch {
  readonly token?: number;
}

/**
 * One router at a time matches the callers of a tenant, so that the order within its queues, and among them where agents serve several,
 * is exact. The lease is a document changed by compare-and-set. Nobody compares clocks: whoever wants to take it over has seen it
 * unchanged for its whole life by a clock of its own, and the owner stops matching before that. Where the store has one process
 * only, no lease is needed.
 */
@Injectable()
export class FloorLeases {
  readonly #times: LeaseTimes;
  readonly #held = new Map<
    string,
    { readonly token: number; readonly version: number; readonly until: number }
  >();
  readonly #seen = new Map<string, { readonly version: number; readonly at: number }>();
  readonly #listeners: ((tenantId: string) => void)[] = [];
  #collection: Promise<Collection<FloorLease>> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Optional() @Inject(LEASE_TIMES) times: LeaseTimes | undefined,
  ) {
    this.#times = times ?? usualTimes;
    if (platform.store.exclusive) return;
    platform.runInBackground({ start: () => this.#begin(), stop: () => this.#end() });
  }

  /** Whether this process may match callers of the tenant now. */
  mayMatch(tenantId: string): MayMatch | undefined {
    if (this.platform.store.exclusive) return {};
    const held = this.#held.get(tenantId);
    return held && held.until > elapsed() ? { token: held.token } : undefined;
  }

  /** Calls back with every tenant whose callers become this process's to match. */
  onTaken(listener: (tenantId: string) => void): void {
    this.#listeners.push(listener);
  }

  async #begin(): Promise<void> {
    this.#collection = openLeases(this.platform.store);
    await this.#collection;
    await this.#renewAll();
    this.#schedule();
  }

  /** Gives up what it holds, so that another takes over at once. */
  async #end(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#round;
    const leases = await this.#collection;
    for (const [tenantId, { token, version }] of this.#held) {
      this.#held.delete(tenantId);
      await leases?.save(tenantId, version, { owner: '', token }).catch(() => undefined);
    }
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      this.#round = this.#renewAll().then(() => {
        if (!this.#stopped) this.#schedule();
      });
    }, this.#times.everyMs).unref();
  }

  async #renewAll(): Promise<void> {
    for (const tenantId of this.platform.packs.tenants()) {
      try {
        await this.#renew(tenantId);
      } catch (thrown) {
        this.platform.logger.warn({ err: thrown, tenant: tenantId }, 'the lease will be asked for again');
      }
    }
  }

  async #renew(tenantId: string): Promise<void> {
    const leases = await this.#collection!;
    const asked = elapsed();
    const held = this.#held.get(tenantId);
    if (held) return this.#save(leases, tenantId, held.version, held.token, asked);
    const stored = await leases.get(tenantId);
    if (!stored) return this.#save(leases, tenantId, 0, 1, asked);
    if (stored.body.owner !== '' && !this.#isDead(tenantId, stored, asked)) return;
    await this.#save(leases, tenantId, stored.version, stored.body.token + 1, asked);
  }

  /** Whether the lease has not changed for its whole life, as far as this process has seen. */
  #isDead(tenantId: string, { version }: Versioned<FloorLease>, now: number): boolean {
    const seen = this.#seen.get(tenantId);
    if (seen?.version === version) return now - seen.at >= this.#times.ttlMs;
    this.#seen.set(tenantId, { version, at: now });
    return false;
  }

  async #save(
    leases: Collection<FloorLease>,
    tenantId: string,
    version: number,
    token: number,
    asked: number,
  ): Promise<void> {
    const isNew = !this.#held.has(tenantId);
    const saved = await leases.save(tenantId, version, { owner: this.platform.instanceId, token });
    if (!saved.ok) {
      this.#held.delete(tenantId);
      return;
    }
    // It ends here a while before anybody else may take it: a match that has begun is over by then.
    const until = asked + this.#times.ttlMs * 0.8;
    this.#held.set(tenantId, { token, version: saved.value.version, until });
    if (!isNew) return;
    this.platform.logger.info({ tenant: tenantId, token }, 'matches the callers of this tenant');
    for (const listener of this.#listeners) listener(tenantId);
  }
}

function openLeases(store: DocumentStore): Promise<Collection<FloorLease>> {
  return store.collection<FloorLease>({ name: 'router_floor_lease' });
}

/** Milliseconds that only grow, whatever is done to the wall clock. */
function elapsed(): number {
  return performance.now();
}
