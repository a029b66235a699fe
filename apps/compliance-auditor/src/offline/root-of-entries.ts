import { Frontier, leafHash } from '@baton/ledger';
import type { AuditEntry } from '../domain/audit-entry.js';
import { base64, leafOf } from '../domain/seal-event.js';

/** The Merkle root of a log's first `size` entries, base64; undefined where there are fewer. `entries` come in log order. */
export async function rootOfEntries(
  entries: AsyncIterable<readonly AuditEntry[]>,
  size: number,
): Promise<string | undefined> {
  const frontier = new Frontier();
  for await (const some of entries) {
    for (const entry of some) {
      if (frontier.size === size) break;
      frontier.append(leafHash(leafOf(entry, entry.commitment)));
    }
    if (frontier.size === size) break;
  }
  return frontier.size === size ? base64(frontier.root()) : undefined;
}
