import type { Collection } from '@baton/persistence';
import { entryId, type AuditEntry } from '../domain/audit-entry.js';
import type { SealedEvent } from '../domain/seal-event.js';

/** Entries `from` up to but without `to`, in order; ends early at the first one that is missing. */
export async function entriesBetween(
  entries: Collection<AuditEntry>,
  tenant: string,
  from: number,
  to: number,
): Promise<AuditEntry[]> {
  const ids = Array.from({ length: to - from }, (_, i) => entryId(tenant, from + i));
  const place = new Map(ids.map((id, i) => [id, i]));
  const found = new Array<AuditEntry | undefined>(ids.length);
  for (const { id, body } of await entries.getMany(ids)) found[place.get(id)!] = body;
  const gap = found.findIndex((entry) => entry === undefined);
  return (gap < 0 ? found : found.slice(0, gap)) as AuditEntry[];
}

/** A tenant's log from an index to its present end, a block at a time. */
export async function* blocksFrom(
  entries: Collection<AuditEntry>,
  tenant: string,
  from: number,
  blockSize = 500,
): AsyncGenerator<AuditEntry[]> {
  for (let at = from; ; at += blockSize) {
    const block = await entriesBetween(entries, tenant, at, at + blockSize);
    if (block.length > 0) yield block;
    if (block.length < blockSize) return;
  }
}

/** Ids of those events that are in the tenant's log. */
export async function loggedIds(
  entries: Collection<AuditEntry>,
  tenant: string,
  events: readonly SealedEvent[],
): Promise<Set<string>> {
  const byConversation = Map.groupBy(events, ({ entry }) => entry.conversationId);
  const found = await Promise.all(
    [...byConversation].map(([conversationId, sealed]) =>
      entries.find({
        where: [
          { field: 'tenant', op: '=', value: tenant },
          { field: 'conversationId', op: '=', value: conversationId },
          { field: 'eventId', op: 'in', value: sealed.map(({ entry }) => entry.eventId) },
        ],
        limit: sealed.length,
      }),
    ),
  );
  return new Set(found.flat().map(({ body }) => body.eventId));
}
