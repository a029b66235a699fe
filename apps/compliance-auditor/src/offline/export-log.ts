import type { DocumentStore } from '@baton/persistence';
import { allCheckpoints } from '../checkpoints/stored-checkpoint.js';
import { openLogStore } from '../log/log-store.js';
import { blocksFrom } from '../log/read-entries.js';
import { checkpointLine, entryLine, headerLine } from './bundle.js';

/**
 * A tenant's whole log as JSON lines without line ends: a header, every entry with its leaf, salt and event, then every checkpoint.
 * It verifies with `verifyBundle` and nothing else. The service may go on writing meanwhile.
 */
export async function* exportLog(store: DocumentStore, tenant: string): AsyncGenerator<string> {
  const { entries } = await openLogStore(store);
  // Checkpoints first: what is signed while we read would cover entries read before they were there.
  const checkpoints = await allCheckpoints(store, tenant);
  const { origin = '', verifierKey = '' } = checkpoints.at(-1) ?? {};
  yield headerLine({ v: 1, origin, verifierKey, tenant });
  for await (const block of blocksFrom(entries, tenant, 0)) {
    for (const entry of block) yield entryLine(entry);
  }
  for (const { note } of checkpoints) yield checkpointLine(note);
}
