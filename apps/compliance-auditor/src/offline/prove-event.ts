import { err, ok, type Result } from '@baton/kernel';
import { formatTlogProof, inclusionProof, tileHashSource } from '@baton/ledger';
import type { DocumentStore } from '@baton/persistence';
import { allCheckpoints } from '../checkpoints/stored-checkpoint.js';
import { openLogStore } from '../log/log-store.js';
import { TileCache } from '../log/tile-cache.js';
import type { EventProof } from './event-proof.js';

/** Why there is no proof: no log has the event, or no checkpoint covers it yet. */
export type NoProof = 'event-unknown' | 'not-signed-yet';

const MOST_TENANTS = 100_000;

/**
 * The proof that an event is in its tenant's log, against the first checkpoint that covers it. Reads, and writes nothing; the service may go
 * on writing meanwhile.
 */
export async function proveEvent(
  store: DocumentStore,
  eventId: string,
): Promise<Result<EventProof, NoProof>> {
  const log = await openLogStore(store);
  for (const { id: tenant } of await log.heads.find({ limit: MOST_TENANTS })) {
    const [found] = await log.entries.find({
      where: [
        { field: 'tenant', op: '=', value: tenant },
        { field: 'eventId', op: '=', value: eventId },
      ],
      limit: 1,
    });
    if (!found) continue;
    const entry = found.body;
    const covering = (await allCheckpoints(store, tenant)).find(({ size }) => size > entry.index);
    if (!covering) return err('not-signed-yet');
    const { size, note, verifierKey } = covering;
    const tiles = new TileCache(log, tenant);
    const proof = await inclusionProof(
      entry.index,
      size,
      tileHashSource(size, (tile) => tiles.read(tile)),
    );
    const tlogProof = formatTlogProof({ index: entry.index, proof, checkpoint: note });
    return ok({ v: 1, tenant, verifierKey, entry, tlogProof });
  }
  return err('event-unknown');
}
