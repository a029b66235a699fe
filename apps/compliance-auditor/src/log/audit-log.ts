import { SALT_BYTES } from '@baton/ledger';
import type { BatonEvent, DeliveredRecord } from '@baton/eventing';
import type { LoggedEvent } from '../domain/logged-event.js';
import type { SealedEvent } from '../domain/seal-event.js';
import { checkTenantName, isTenantName } from '../domain/tenant-name.js';
import type { LogStore } from './log-store.js';
import { loggedEventOf } from './logged-event-of.js';
import { sealer, type Sealer } from './sealer.js';
import { TenantLog } from './tenant-log.js';

/** As many bytes as asked for, from a cryptographic source. */
export type RandomBytes = (count: number) => Uint8Array;

export interface AuditLogOptions {
  readonly store: LogStore;
  readonly randomBytes: RandomBytes;
  /** Default: in this thread. Closed with the log. */
  readonly sealer?: Sealer;
  /** How long an append may wait for others to be written with it, ms. Default 0. */
  readonly gatherMs?: number;
  /** Told how many entries each append added to a tenant's log. */
  readonly onAppended?: (tenant: string, entries: number) => void;
}

/** The logs of all tenants. */
export class AuditLog {
  readonly #options: AuditLogOptions;
  readonly #sealer: Sealer;
  readonly #logs = new Map<string, Promise<TenantLog>>();

  constructor(options: AuditLogOptions) {
    this.#options = options;
    this.#sealer = options.sealer ?? sealer;
  }

  /**
   * Appends every event to the log of its tenant, in order; an event that is in the log already stays there once. `records[i]` is
   * what `events[i]` was decoded from. Throws `invalid-argument` or `ledger-entry-invalid`, before anything is written, for an
   * event no log can hold.
   */
  async append(events: readonly BatonEvent<unknown>[], records: readonly DeliveredRecord[]): Promise<void> {
    const byTenant = new Map<string, LoggedEvent[]>();
    events.forEach((event, i) => {
      const { tenantId } = event.meta;
      let logged = byTenant.get(tenantId);
      if (logged === undefined) {
        checkTenantName(tenantId);
        byTenant.set(tenantId, (logged = []));
      }
      logged.push(loggedEventOf(event, records[i]!));
    });
    const sealed = await Promise.all(
      [...byTenant].map(async ([tenant, logged]) => {
        const salts = this.#options.randomBytes(logged.length * SALT_BYTES);
        return [tenant, await this.#sealer.seal(logged, salts)] as const;
      }),
    );
    await Promise.all(sealed.map(([tenant, ready]) => this.#appendTo(tenant, ready)));
  }

  /** A tenant's log, where it has one. */
  async find(tenant: string): Promise<TenantLog | undefined> {
    const open = this.#logs.get(tenant);
    if (open !== undefined) return open;
    if (!isTenantName(tenant) || (await this.#options.store.heads.get(tenant)) === undefined)
      return undefined;
    return this.#open(tenant);
  }

  /** Opens every log there is. */
  async openAll(): Promise<void> {
    const heads = await this.#options.store.heads.find({ limit: 100_000 });
    await Promise.all(heads.map(({ id }) => this.#open(id)));
  }

  /** The logs open in this process. */
  opened(): Promise<TenantLog[]> {
    return Promise.all(this.#logs.values());
  }

  async close(): Promise<void> {
    await this.#sealer.close();
  }

  async #appendTo(tenant: string, sealed: readonly SealedEvent[]): Promise<void> {
    const log = await this.#open(tenant);
    const appended = await log.append(sealed);
    if (appended > 0) this.#options.onAppended?.(tenant, appended);
  }

  #open(tenant: string): Promise<TenantLog> {
    const known = this.#logs.get(tenant);
    if (known !== undefined) return known;
    const opening = TenantLog.open(this.#options.store, tenant, this.#options.gatherMs);
    this.#logs.set(tenant, opening);
    opening.catch(() => this.#logs.delete(tenant));
    return opening;
  }
}
