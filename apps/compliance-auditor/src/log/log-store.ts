import type { FrontierJson } from '@baton/ledger';
import type { Collection, CollectionSpec, DocumentStore } from '@baton/persistence';
import type { AuditEntry } from '../domain/audit-entry.js';

/** Where a tenant's log can be picked up: the frontier at some size. Only saves reading from the start. */
export interface LogHead {
  readonly tenant: string;
  readonly frontier: FrontierJson;
}

/** A full tile of the tree (c2sp.org/tlog-tiles), base64. Derived: can be built again from the entries. */
export interface StoredTile {
  readonly hashes: string;
}

/** The collections of the log. */
export interface LogStore {
  readonly entries: Collection<AuditEntry>;
  readonly heads: Collection<LogHead>;
  readonly tiles: Collection<StoredTile>;
}

// One index for two questions: is this event logged, and what of this conversation is. With the conversation before the event,
// new keys fall among those of the calls in progress; event ids alone are random, and every append would rewrite pages all over.
const entrySpec: CollectionSpec = {
  name: 'audit_entry',
  indexes: [{ fields: ['tenant', 'conversationId', 'eventId'], unique: true }],
};

/** Opens the collections, creating what is missing. */
export async function openLogStore(store: DocumentStore): Promise<LogStore> {
  const [entries, heads, tiles] = await Promise.all([
    store.collection<AuditEntry>(entrySpec),
    store.collection<LogHead>({ name: 'audit_head' }),
    store.collection<StoredTile>({ name: 'audit_tile' }),
  ]);
  return { entries, heads, tiles };
}
