import type { Customer, CustomerRef, Packet, TimelineEntry } from '@baton/contracts';
import { BatonError, systemClock } from '@baton/kernel';
import type { Pack } from '@baton/packs';
import { openOutboxRepository, type DocumentStore, type OutboxRepository } from '@baton/persistence';
import { readPackVersion, type Config, type RepositorySpec } from '@baton/service-kit';
import type { Conversation } from '../domain/conversation.js';
import type { CustomerFile } from '../domain/customer.js';
import { lookedUp } from '../domain/looked-up.js';
import { packetOf } from '../domain/packet.js';
import { maxPreviousContacts, timelineEntry } from '../domain/timeline.js';
import { openCustomerKeys } from '../keys/customer-keys.js';
import { conversationSpec, customerSpec } from '../store/collections.js';
import { Conversations } from '../store/conversations.js';
import { Customers } from '../store/customers.js';

/**
 * The packet of a conversation from a store, also while Baton writes to it: reads, and writes nothing. Customers are as the store
 * knows them: a company's CRM is not asked. Undefined where the conversation is not there. Throws `not-found` where no version of its
 * pack was kept.
 */
export async function readPacket(
  store: DocumentStore,
  config: Pick<Config, 'customerKeyFile' | 'store' | 'dataDir'>,
  conversationId: string,
): Promise<Packet | undefined> {
  const conversations = new Conversations(await reader<Conversation>(store, conversationSpec));
  const customers = new Customers(await reader<CustomerFile>(store, customerSpec), openCustomerKeys(config));
  const conversation = await conversations.find(conversationId);
  if (!conversation) return undefined;
  const { tenantId, packSha256 } = conversation;
  const pack = await readPackVersion(store, tenantId, packSha256);
  if (!pack)
    throw new BatonError('not-found', 'The store keeps no version of the pack of this conversation.');
  const { customer, records } = await lookUp(customers, tenantId, conversation.customer);
  const earlier = await contacts(conversations, tenantId, records, pack);
  const previous = earlier.filter((contact) => contact.conversationId !== conversationId);
  return packetOf(conversationId, conversation, customer, pack, previous.slice(0, maxPreviousContacts));
}

/** The customer, and every record they go by. */
async function lookUp(
  customers: Customers,
  tenantId: string,
  ref: CustomerRef,
): Promise<{ readonly customer: Customer; readonly records: readonly string[] }> {
  const { id, file } = await customers.current(tenantId, ref.customerId);
  const profile = file && file.erasedAt === undefined ? customers.profileOf(tenantId, id, file) : undefined;
  const records = ref.customerId === '' ? [] : [id, ...(file?.linkedFrom ?? [])];
  return { customer: lookedUp(ref, file, profile, undefined), records };
}

async function contacts(
  conversations: Conversations,
  tenantId: string,
  records: readonly string[],
  pack: Pack,
): Promise<TimelineEntry[]> {
  if (records.length === 0) return [];
  const found = await conversations.ofCustomer(tenantId, records, maxPreviousContacts + 1);
  return found.map(({ id, conversation }) => timelineEntry(id, conversation, pack));
}

/** A repository nobody started: it answers what is stored and publishes nothing. */
function reader<S extends object>(store: DocumentStore, spec: RepositorySpec): Promise<OutboxRepository<S>> {
  return openOutboxRepository<S>({
    ...spec,
    store,
    source: '/baton/context-store',
    publish: () => Promise.reject(new BatonError('read-only', 'Whoever reads a store publishes nothing.')),
    clock: systemClock,
  });
}
