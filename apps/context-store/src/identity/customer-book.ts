import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import type {
  Customer,
  CustomerRef,
  EraseCustomerRequest,
  LinkCustomersRequest,
  PutCustomerRequest,
  SetLegalHoldRequest,
} from '@baton/contracts';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { Crm } from '../crm/crm.js';
import type { CustomerFile } from '../domain/customer.js';
import { eraseCustomer, refusalOf, setLegalHold } from '../domain/erase-customer.js';
import { identifierOf, type Identifier } from '../domain/identity/identifier.js';
import { checkLink, linkFrom, linkTo } from '../domain/link-customers.js';
import { lookedUp } from '../domain/looked-up.js';
import type { CustomerKeys } from '../keys/customer-keys.js';
import { ContactPoints } from '../store/contact-points.js';
import { CUSTOMER_KEYS, Customers } from '../store/customers.js';
import { Identities } from './identities.js';

/** What can be done to a customer's record: taught, looked up, linked, held, erased. */
@Injectable()
export class CustomerBook {
  constructor(
    @Inject(Customers) private readonly customers: Customers,
    @Inject(ContactPoints) private readonly points: ContactPoints,
    @Inject(Identities) private readonly identities: Identities,
    @Inject(Crm) private readonly crm: Crm,
    @Inject(CUSTOMER_KEYS) private readonly keys: CustomerKeys,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** The built-in CRM learns a customer. What an earlier command said and this one does not, counts no longer. */
  async put(request: PutCustomerRequest): Promise<void> {
    const { tenantId, customerId, name, segment, contactsLast30d, facts } = request;
    const commandId = request.commandId || this.platform.ids.next();
    const identifiers = request.identifiers.map(readIdentifier);
    const refs = identifiers.map((identifier) => this.keys.contactRef(tenantId, identifier));
    const before = (await this.customers.find(tenantId, customerId))?.contactRefs ?? [];
    await this.customers.put(
      tenantId,
      { customerId, name, segment, contactsLast30d, facts },
      refs,
      commandId,
    );
    for (const identifier of identifiers)
      await this.identities.claim(tenantId, customerId, identifier, 'crm', commandId);
    for (const ref of before)
      if (!refs.includes(ref)) await this.points.release(tenantId, ref, customerId, commandId, 'crm');
  }

  /** What is known of a customer, by the company's CRM where the pack names one; says plainly where nothing is. */
  async lookUp(tenantId: string, ref: CustomerRef): Promise<Customer> {
    const { id, file } = await this.customers.current(tenantId, ref.customerId);
    const asked = ref.customerId === '' ? undefined : await this.crm.byCustomerId(tenantId, id);
    return lookedUp(ref, file, file && this.customers.profileOf(tenantId, id, file), asked);
  }

  /** Every record of the customer: the one it goes by, and those that were linked to it. */
  async recordsOf(tenantId: string, customerId: string): Promise<string[]> {
    const { id, file } = await this.customers.current(tenantId, customerId);
    return [id, ...(file?.linkedFrom ?? [])];
  }

  async link(request: LinkCustomersRequest): Promise<void> {
    const { tenantId, commandId, fromCustomerId: from, toCustomerId: to, linkedBy, reason } = request;
    const word = { from, to, linkedBy, reason, now: this.platform.clock.now() };
    const [fileFrom, fileTo] = [
      await this.customers.find(tenantId, from),
      await this.customers.find(tenantId, to),
    ];
    if (fileFrom?.linkedTo !== to) checkLink(fileFrom, fileTo, word);
    await this.customers.update(tenantId, from, `${commandId}:from`, (file) => linkFrom(file, word));
    const behind = fileFrom?.linkedFrom ?? [];
    await this.customers.update(tenantId, to, `${commandId}:to`, (file) => linkTo(file, from, behind));
  }

  /** Resolves with the id of the destroyed key. Throws `legal-hold`. The records linked to the customer go with them. */
  async erase({ tenantId, customerId, commandId }: EraseCustomerRequest): Promise<string> {
    const records = await this.recordsOf(tenantId, customerId);
    const files = await Promise.all(records.map((id) => this.customers.find(tenantId, id)));
    // A record under hold comes first: a refused erasure erases nothing.
    const order = [...records].sort((a, b) =>
      heldFirst(files[records.indexOf(a)], files[records.indexOf(b)]),
    );
    const keyIds = new Map<string, string>();
    for (const id of order) keyIds.set(id, await this.#eraseOne(tenantId, id, `${commandId}:${id}`));
    return keyIds.get(records[0]!)!;
  }

  async hold({ tenantId, customerId, commandId, held, caseReference }: SetLegalHoldRequest): Promise<void> {
    if (held && caseReference === '')
      throw new BatonError('invalid-argument', 'A hold needs a case_reference.');
    const wanted = { held, caseReference };
    const now = this.platform.clock.now();
    await this.customers.update(tenantId, customerId, commandId, (file) =>
      setLegalHold(customerId, file, wanted, now),
    );
  }

  async #eraseOne(tenantId: string, customerId: string, commandId: string): Promise<string> {
    const now = this.platform.clock.now();
    const file = await this.customers.update(tenantId, customerId, commandId, (known) =>
      eraseCustomer(customerId, known, now),
    );
    if (!file) throw new BatonError('not-found', 'There is no such customer.');
    const refused = refusalOf(file);
    if (refused) throw refused;
    this.crm.forget(tenantId, customerId);
    for (const ref of file.contactRefs) await this.points.release(tenantId, ref, customerId, commandId);
    return file.keyId;
  }
}

function heldFirst(a: CustomerFile | undefined, b: CustomerFile | undefined): number {
  return Number(b?.hold !== undefined) - Number(a?.hold !== undefined);
}

function readIdentifier({ kind, value }: { readonly kind: string; readonly value: string }): Identifier {
  const read = identifierOf(kind, value);
  if (read.ok) return read.value;
  throw new BatonError('invalid-argument', `An identifier cannot be used: ${read.error}.`);
}
