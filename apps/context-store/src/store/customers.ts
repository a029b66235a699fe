import { Inject, Injectable } from '@nestjs/common';
import type { Customer, CustomerRef } from '@baton/contracts';
import { commandCause, type OutboxRepository } from '@baton/persistence';
import type { CustomerRecord } from '../domain/customer.js';

/** Injection token of the repository of customers. */
export const CUSTOMER_REPOSITORY = Symbol('context.customers');

/** The built-in CRM. */
@Injectable()
export class Customers {
  constructor(@Inject(CUSTOMER_REPOSITORY) private readonly repository: OutboxRepository<CustomerRecord>) {}

  async put(tenantId: string, customerId: string, record: CustomerRecord, commandId: string): Promise<void> {
    const cause = commandCause({ commandId, tenantId, correlationId: customerId });
    await this.repository.update(`${tenantId}/${customerId}`, cause, () => ({ state: record, events: [] }));
  }

  /** What is known of the caller; says plainly where nothing is. */
  async lookUp(tenantId: string, ref: CustomerRef): Promise<Customer> {
    const record =
      ref.customerId === '' ? undefined : (await this.repository.get(`${tenantId}/${ref.customerId}`))?.state;
    if (!record) {
      const crmNote = ref.customerId === '' ? '' : 'CRM does not know this customer.';
      return { ref, name: '', assurance: ref.known ? 'claimed' : 'none', facts: {}, crmNote };
    }
    const { name, segment, contactsLast30d, facts } = record;
    const known = {
      ...ref,
      segment: ref.segment || segment,
      contactsLast30d: Math.max(ref.contactsLast30d, contactsLast30d),
    };
    return { ref: known, name, assurance: 'crm', facts: { ...facts }, crmNote: '' };
  }
}
