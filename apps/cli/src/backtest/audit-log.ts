import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditEntry } from '@baton/compliance-auditor';
import { openEmbeddedStore, type Collection, type DocumentStore } from '@baton/persistence';
import { CliError } from '../cli-error.js';

/** The audit log of a data folder, to read; works beside a running Baton. */
export interface AuditLogReader {
  /** Those that have a log here. */
  readonly tenants: readonly string[];
  readonly store: DocumentStore;
  /** How many entries a tenant's log has. */
  size(tenant: string): Promise<number>;
  /** A tenant's entries in log order, some at a time. */
  read(tenant: string): AsyncGenerator<readonly AuditEntry[]>;
  /** A tenant's entries of one conversation in log order. */
  ofConversation(tenant: string, conversationId: string): Promise<readonly AuditEntry[]>;
  close(): Promise<void>;
}

/** Entries read at once. */
const RANGE = 2_000;
const INDEX_DIGITS = 12;

/** Opens the log of a data folder. Exit 3 where there is none. */
export async function openAuditLog(dataDir: string): Promise<AuditLogReader> {
  const file = join(dataDir, 'store.db');
  if (!existsSync(file))
    throw new CliError(3, `${dataDir} holds no Baton data; name the data folder with --data or BATON_DATA`);
  const store = await openEmbeddedStore({ file });
  const entries = await store.collection<AuditEntry>({
    name: 'audit_entry',
    indexes: [{ fields: ['tenant', 'conversationId', 'eventId'], unique: true }],
  });
  const heads = await store.collection<object>({ name: 'audit_head' });
  const tenants = (await heads.find({ limit: 100_000 })).map(({ id }) => id).sort();
  return {
    tenants,
    store,
    size: (tenant) => entries.count([{ field: 'tenant', op: '=', value: tenant }]),
    read: (tenant) => inRanges(entries, tenant),
    ofConversation: async (tenant, conversationId) => {
      const found = await entries.find({
        where: [
          { field: 'tenant', op: '=', value: tenant },
          { field: 'conversationId', op: '=', value: conversationId },
        ],
        limit: 100_000,
      });
      return found.map(({ body }) => body).sort((a, b) => a.index - b.index);
    },
    close: () => store.close(),
  };
}

async function* inRanges(
  entries: Collection<AuditEntry>,
  tenant: string,
): AsyncGenerator<readonly AuditEntry[]> {
  for (let from = 0; ; from += RANGE) {
    const ids = Array.from(
      { length: RANGE },
      (_, i) => `${tenant}/${String(from + i).padStart(INDEX_DIGITS, '0')}`,
    );
    const found = await entries.getMany(ids);
    if (found.length === 0) return;
    yield found.map(({ body }) => body).sort((a, b) => a.index - b.index);
    if (found.length < RANGE) return;
  }
}
