import { errorCode } from '@baton/kernel';
import type { Logger } from '@baton/telemetry';
import type { AuditLog } from '../log/audit-log.js';
import type { TenantLog } from '../log/tenant-log.js';
import type { Checkpoints } from './checkpoints.js';
import type { LogKeys } from './log-keys.js';
import { signCheckpoint } from './sign-checkpoint.js';

const EVERY_MS = 1_000;

/**
 * Signs every log that grew, once a second and when the service stops. A log that no longer fits what was signed gets no
 * further checkpoint, and the service says so.
 */
export class CheckpointSigner {
  readonly #log: AuditLog;
  readonly #checkpoints: Checkpoints;
  readonly #keys: LogKeys;
  readonly #logger: Logger;
  readonly #signedSize = new Map<string, number>();
  readonly #complained = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;

  constructor(parts: { log: AuditLog; checkpoints: Checkpoints; keys: LogKeys; logger: Logger }) {
    this.#log = parts.log;
    this.#checkpoints = parts.checkpoints;
    this.#keys = parts.keys;
    this.#logger = parts.logger;
  }

  /** Opens the logs there are, so that what a crash left unsigned is signed, and begins. */
  async start(): Promise<void> {
    await this.#log.openAll();
    this.#timer = setInterval(() => void this.signGrown(), EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#round;
    await this.signGrown();
  }

  /** Signs what grew since its last checkpoint. Never rejects: what fails is tried again in the next round. */
  signGrown(): Promise<void> {
    this.#round ??= this.#signAll().finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  async #signAll(): Promise<void> {
    for (const log of await this.#log.opened()) {
      if (this.#signedSize.get(log.tenant) === log.size) continue;
      try {
        await this.#sign(log);
        this.#complained.delete(log.tenant);
      } catch (thrown) {
        this.#complain(log.tenant, thrown);
      }
    }
  }

  async #sign(log: TenantLog): Promise<void> {
    const last = await this.#checkpoints.newest(log.tenant);
    const next = await signCheckpoint(log, this.#keys.signer(log.tenant), last);
    if (next !== undefined) {
      await this.#checkpoints.add(next);
      await log.saveHead();
    }
    this.#signedSize.set(log.tenant, next?.size ?? last?.size ?? 0);
  }

  #complain(tenant: string, thrown: unknown): void {
    const code = errorCode(thrown);
    if (this.#complained.get(tenant) === code) return;
    this.#complained.set(tenant, code);
    this.#logger.error({ err: thrown, code, tenant }, 'the audit log gets no checkpoint');
  }
}
