import type { KeyObject } from 'node:crypto';
import { ed25519Signer, type KeyedSigner } from '@baton/ledger';

/** Each tenant's log has an origin of its own under the configured one, and signs under that name with the one key. */
export class LogKeys {
  readonly #origin: string;
  readonly #key: KeyObject;
  readonly #signers = new Map<string, KeyedSigner>();

  constructor(origin: string, key: KeyObject) {
    this.#origin = origin;
    this.#key = key;
  }

  /** The signer of a tenant's log; its name is the log's origin. */
  signer(tenant: string): KeyedSigner {
    let signer = this.#signers.get(tenant);
    if (signer === undefined) {
      signer = ed25519Signer(`${this.#origin}/${tenant}`, this.#key);
      this.#signers.set(tenant, signer);
    }
    return signer;
  }
}
