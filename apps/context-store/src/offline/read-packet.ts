import type { Packet } from '@baton/contracts';
import { BatonError, systemClock } from '@baton/kernel';
import { openOutboxRepository, type DocumentStore, type OutboxRepository } from '@baton/persistence';
import { readPackVersion, type RepositorySpec } from '@baton/service-kit';
import type { Conversation } from '../domain/conversation.js';
import type { CustomerRecord } from '../domain/customer.js';
import { packetOf } from '../domain/packet.js';
import { maxPreviousContacts } from '../domain/previous-contact.js';
import { conversationSpec, customerSpec } from '../store/collections.js';
import { Conversations } from '../store/conversations.js';
import { Customers } from '../store/customers.js';

/**
 * The packet of a conversation from a store, also while Baton writes to it: reads, and writes nothing. Undefined where the conversation
 * is not there. Throws `not-found` where no version of its pack was kept.
 */
export async function readPacket(store: DocumentStore, conversationId: string): Promise<Packet | undefined> {
  const conversations = new Conversations(await reader<Conversation>(store, conversationSpec));
  const customers = new Customers(await reader<CustomerRecord>(store, customerSpec));
  const conversation = await conversations.find(conversationId);
  if (!conversation) return undefined;
  const { tenantId, packSha256 } = conversation;
  const pack = await readPackVersion(store, tenantId, packSha256);
  if (!pack)
    throw new BatonError('not-found', 'The store keeps no version of the pack of this conversation.');
  const [customer, earlier] = await Promise.all([
    customers.lookUp(tenantId, conversation.customer),
    conversations.before(conversation, maxPreviousContacts),
  ]);
  return packetOf(conversationId, conversation, customer, pack, earlier);
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
