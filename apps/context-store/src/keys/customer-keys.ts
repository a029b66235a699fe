import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { BatonError } from '@baton/kernel';
import { openSecretKey, type Config } from '@baton/service-kit';
import type { CustomerFile } from '../domain/customer.js';
import type { Identifier } from '../domain/identity/identifier.js';
import { seal, unseal } from './seal.js';

/**
 * Envelope encryption: every customer has a data key, wrapped under one key-encryption key. Destroy a wrapped data key and nothing
 * it sealed can be read again, here or in a backup of the key-encryption key.
 */
export class CustomerKeys {
  readonly #wrapping: Uint8Array;
  readonly #lookup: Uint8Array;

  constructor(master: Uint8Array) {
    this.#wrapping = derived(master, 'baton wrap customer keys');
    this.#lookup = derived(master, 'baton find contact points');
  }

  /** A new data key for a customer of a tenant. */
  make(owner: string): Pick<CustomerFile, 'wrappedKey' | 'keyId'> {
    const key = randomBytes(32);
    return {
      wrappedKey: seal(this.#wrapping, key, `key of ${owner}`),
      keyId: createHash('sha256').update(key).digest('hex').slice(0, 32),
    };
  }

  /** Throws `customer-erased`, `seal-broken`. */
  open(owner: string, { wrappedKey }: Pick<CustomerFile, 'wrappedKey'>): DataKey {
    if (wrappedKey === '') throw new BatonError('customer-erased', 'This customer was erased.');
    return new DataKey(owner, unseal(this.#wrapping, wrappedKey, `key of ${owner}`));
  }

  /** Finds an identifier again without telling it: hex HMAC-SHA-256, different for every tenant. */
  contactRef(tenantId: string, { kind, value }: Identifier): string {
    return createHmac('sha256', this.#lookup).update(`${tenantId}\n${kind}\n${value}`).digest('hex');
  }
}

/** One customer's key, open. */
export class DataKey {
  constructor(
    private readonly owner: string,
    private readonly key: Uint8Array,
  ) {}

  seal(what: string, plain: string): string {
    return seal(this.key, plain, `${what} of ${this.owner}`);
  }

  unseal(what: string, sealed: string): string {
    return unseal(this.key, sealed, `${what} of ${this.owner}`).toString();
  }

  /** For events: nobody can compute it again once the key is destroyed. */
  hashOf({ kind, value }: Identifier): string {
    return createHmac('sha256', derived(this.key, 'baton identifier hash'))
      .update(`${kind}\n${value}`)
      .digest('hex');
  }
}

/**
 * Keys from `BATON_CUSTOMER_KEY_FILE`; without it, from one made in the data folder at the first start where that is this machine's
 * own. Throws `customer-key-missing`.
 */
export function openCustomerKeys(
  config: Pick<Config, 'customerKeyFile' | 'store' | 'dataDir'>,
): CustomerKeys {
  const mayMake = config.store === 'embedded';
  if (config.customerKeyFile === undefined && !mayMake)
    throw new BatonError(
      'customer-key-missing',
      'No key to keep customers under: set BATON_CUSTOMER_KEY_FILE to a secret file of at least 32 bytes, the same for all replicas.',
    );
  return new CustomerKeys(
    openSecretKey({
      file: config.customerKeyFile,
      name: 'customer.key',
      mayMake,
      dataDir: config.dataDir,
      purpose: 'baton customer keys',
    }),
  );
}

function derived(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', purpose, 32));
}
