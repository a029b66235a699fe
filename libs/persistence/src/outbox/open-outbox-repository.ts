import { DocumentOutboxRepository } from './document-outbox-repository.js';
import { OUTBOX_INDEXES, type OutboxDocument } from './outbox-document.js';
import type { OutboxRepository, OutboxRepositoryOptions } from './outbox-repository.js';

/** Opens a collection under the one-write rule. Call `start` on it before the service takes events. */
export async function openOutboxRepository<S extends object>(
  options: OutboxRepositoryOptions,
): Promise<OutboxRepository<S>> {
  const collection = await options.store.collection<OutboxDocument<S>>({
    name: options.name,
    indexes: [...OUTBOX_INDEXES, ...(options.indexes ?? [])],
  });
  return new DocumentOutboxRepository<S>(options, collection);
}
