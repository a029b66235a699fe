import type { DocumentStore, IndexSpec } from '@baton/persistence';
import { entryId } from '../domain/audit-entry.js';

/** A checkpoint this log signed, as stored. */
export interface StoredCheckpoint {
  readonly tenant: string;
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** The whole signed note. */
  readonly note: string;
  /** Of the key that signed it (C2SP signed note). */
  readonly verifierKey: string;
}

export const checkpointCollection = 'audit_checkpoint';
export const checkpointIndexes: readonly IndexSpec[] = [{ fields: ['state.tenant', 'state.size'] }];

/** The document id of a checkpoint: one per tenant and size. */
export function checkpointId(tenant: string, size: number): string {
  return entryId(tenant, size);
}

const PAGE = 1_000;

/** Every checkpoint of a tenant, smallest first. For tools: reads the documents as they are and publishes nothing. */
export async function allCheckpoints(store: DocumentStore, tenant: string): Promise<StoredCheckpoint[]> {
  const collection = await store.collection<{ readonly state: StoredCheckpoint }>({
    name: checkpointCollection,
    indexes: checkpointIndexes,
  });
  const all: StoredCheckpoint[] = [];
  for (;;) {
    const page = await collection.find({
      where: [
        { field: 'state.tenant', op: '=', value: tenant },
        { field: 'state.size', op: '>', value: all.at(-1)?.size ?? -1 },
      ],
      orderBy: [{ field: 'state.size', direction: 'asc' }],
      limit: PAGE,
    });
    for (const { body } of page) all.push(body.state);
    if (page.length < PAGE) return all;
  }
}

/** The checkpoint of a tenant that covers most; undefined before the first. For tools. */
export async function newestCheckpoint(
  store: DocumentStore,
  tenant: string,
): Promise<StoredCheckpoint | undefined> {
  const collection = await store.collection<{ readonly state: StoredCheckpoint }>({
    name: checkpointCollection,
    indexes: checkpointIndexes,
  });
  const [newest] = await collection.find({
    where: [{ field: 'state.tenant', op: '=', value: tenant }],
    orderBy: [{ field: 'state.size', direction: 'desc' }],
    limit: 1,
  });
  return newest?.body.state;
}
