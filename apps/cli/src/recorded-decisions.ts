import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { TurnDecided, type Decision } from '@baton/contracts';
import { openEmbeddedStore } from '@baton/persistence';
import type { AuditEntry } from '@baton/compliance-auditor';
import { CliError } from './cli-error.js';

/** A decision as the audit log has it. */
export interface RecordedTurn {
  readonly conversationId: string;
  readonly decision: Decision;
}

/** Decisions in the audit log of a data folder, oldest first; of one conversation, or of all. Works beside a running Baton. */
export async function recordedDecisions(
  dataDir: string,
  packDir: string,
  conversationId?: string,
): Promise<RecordedTurn[]> {
  const file = join(dataDir, 'store.db');
  if (!existsSync(file))
    throw new CliError(3, `${dataDir} holds no Baton data; name the data folder with --data or BATON_DATA`);
  const store = await openEmbeddedStore({ file });
  try {
    const entries = await store.collection<AuditEntry>({
      name: 'audit_entry',
      indexes: [{ fields: ['tenant', 'conversationId', 'eventId'], unique: true }],
    });
    const tenant = { field: 'tenant', op: '=', value: basename(packDir) } as const;
    const one =
      conversationId === undefined
        ? []
        : [{ field: 'conversationId', op: '=', value: conversationId } as const];
    const found = await entries.find({ where: [tenant, ...one], limit: 1_000_000 });
    return found
      .map(({ body }) => body)
      .filter(({ type, dataJson }) => type === TurnDecided.type && dataJson !== '')
      .sort((a, b) => a.index - b.index)
      .flatMap(({ conversationId: id, dataJson }) => {
        const { decision } = TurnDecided.decode(Buffer.from(dataJson));
        return decision ? [{ conversationId: id, decision }] : [];
      });
  } finally {
    await store.close();
  }
}
