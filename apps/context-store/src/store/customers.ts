import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import { commandCause, type Decision, type OutboxRepository } from '@baton/persistence';
import type { CrmRecord } from '../domain/crm/answer.js';
import { maxContactPoints, newCustomer, type CustomerFile, type Profile } from '../domain/customer.js';
import type { CustomerKeys, DataKey } from '../keys/customer-keys.js';

/** Injection token of the repository of customers. */
export const CUSTOMER_REPOSITORY = Symbol('context.customers');
/** Injection token of the `CustomerKeys`. */
export const CUSTOMER_KEYS = Symbol('context.customer-keys');

/** Customers, sealed at rest. The only place a name lives in. */
@Injectable()
export class Customers {
  constructor(
    @Inject(CUSTOMER_REPOSITORY) private readonly repository: OutboxRepository<CustomerFile>,
    @Inject(CUSTOMER_KEYS) private readonly keys: CustomerKeys,
  ) {}

  /** Keeps what a CRM says. Throws `customer-erased`: who was erased does not come back by an import. */
  async put(tenantId: string, record: CrmRecord, refs: readonly string[], commandId: string): Promise<void> {
    const { customerId, name, segment, contactsLast30d, facts } = record;
    await this.update(tenantId, customerId, commandId, (known, fresh) => {
      const file = known ?? fresh;
      if (file.erasedAt !== undefined)
        throw new BatonError('customer-erased', 'This customer was erased and cannot be put again.');
      const profile: Profile = { name, facts };
      const sealed = this.keys
        .open(ownerOf(tenantId, customerId), file)
        .seal('profile', JSON.stringify(profile));
      const contactRefs = withRefs(file, refs);
      return {
        state: { ...file, segment, contactsLast30d, sealed, contactRefs, provisional: false },
        events: [],
      };
    });
  }

  /** Makes sure there is a record, and that it knows the contact point. */
  async meet(tenantId: string, customerId: string, ref: string, commandId: string): Promise<void> {
    await this.update(tenantId, customerId, commandId, (known, fresh) => {
      const file = known ?? fresh;
      if (known?.contactRefs.includes(ref)) return undefined;
      return { state: { ...file, contactRefs: withRefs(file, [ref]) }, events: [] };
    });
  }

  async find(tenantId: string, customerId: string): Promise<CustomerFile | undefined> {
    return customerId === '' ? undefined : (await this.repository.get(ownerOf(tenantId, customerId)))?.state;
  }

  /** The record a customer goes by now: the one theirs was linked to, if it was. */
  async current(
    tenantId: string,
    customerId: string,
  ): Promise<{ id: string; file: CustomerFile | undefined }> {
    let id = customerId;
    let file = await this.find(tenantId, id);
    // A link names a record that was linked to none; that one may have been linked since. Never in a circle, and bounded all the same.
    for (let step = 0; file?.linkedTo !== undefined && step < 8; step += 1) {
      id = file.linkedTo;
      file = await this.find(tenantId, id);
    }
    return { id, file };
  }

  /** Throws `customer-erased`. */
  keyOf(tenantId: string, customerId: string, file: CustomerFile): DataKey {
    return this.keys.open(ownerOf(tenantId, customerId), file);
  }

  /** What is sealed in the record; empty where nothing is, or not any more. */
  profileOf(tenantId: string, customerId: string, file: CustomerFile): Profile {
    if (file.sealed === '') return { name: '', facts: {} };
    return JSON.parse(this.keyOf(tenantId, customerId, file).unseal('profile', file.sealed)) as Profile;
  }

  /** `decide` gets the record, and one to begin with. */
  async update(
    tenantId: string,
    customerId: string,
    commandId: string,
    decide: (file: CustomerFile | undefined, fresh: CustomerFile) => Decision<CustomerFile> | undefined,
  ): Promise<CustomerFile | undefined> {
    const owner = ownerOf(tenantId, customerId);
    const fresh = newCustomer(this.keys.make(owner));
    const cause = commandCause({ commandId, tenantId, correlationId: customerId });
    const { state } = await this.repository.update(owner, cause, (file) => decide(file, fresh), {
      whenBusDown: 'defer',
    });
    return state;
  }
}

function withRefs({ contactRefs }: CustomerFile, refs: readonly string[]): string[] {
  return [...new Set([...contactRefs, ...refs])].slice(-maxContactPoints);
}

function ownerOf(tenantId: string, customerId: string): string {
  return `${tenantId}/${customerId}`;
}
