import { HASH_BYTES, leafHash } from '@baton/ledger';
import { isEntryShaped, leafOfEntry, openEntry } from '../domain/check-entry.js';
import { FaultList, type AuditFault } from './audit-report.js';

/** What some neighbouring entries of a log showed. */
export interface EntryFindings {
  /** Leaf hashes, one after the other. */
  readonly hashes: Uint8Array;
  /** Ids of their events, in order; empty where an entry is unreadable. */
  readonly eventIds: readonly string[];
  readonly opened: number;
  readonly erased: number;
  readonly faults: readonly AuditFault[];
  readonly faultCount: number;
}

/** What stands in the tree for an entry that is unreadable, so that those behind it keep their places. */
const NO_LEAF = new Uint8Array(0);

/** Checks entries as they were found, each by itself: its form, its place, its leaf, and whether its event is the one it commits to. */
export function checkEntries(tenant: string, from: number, values: readonly unknown[]): EntryFindings {
  const hashes = Buffer.allocUnsafeSlow(values.length * HASH_BYTES);
  const eventIds: string[] = [];
  const faults = new FaultList();
  let opened = 0;
  let erased = 0;
  for (const [i, value] of values.entries()) {
    const index = from + i;
    const entry = isEntryShaped(value) ? value : undefined;
    const leaf = entry && leafOfEntry(entry);
    hashes.set(leafHash(leaf ?? NO_LEAF), i * HASH_BYTES);
    eventIds.push(leaf === undefined ? '' : entry!.eventId);
    if (entry === undefined || leaf === undefined) {
      faults.add('entry-malformed', index, 'This is not an entry of the log.');
      continue;
    }
    if (entry.tenant !== tenant || entry.index !== index) {
      faults.add('entry-misplaced', index, 'The entry says it belongs elsewhere.');
    }
    const state = openEntry(entry);
    if (state === 'opened') opened += 1;
    else if (state === 'erased') erased += 1;
    else {
      faults.add('commitment-mismatch', index, 'The event kept here is not the one its entry commits to.');
    }
  }
  return { hashes, eventIds, opened, erased, faults: faults.kept, faultCount: faults.count };
}
