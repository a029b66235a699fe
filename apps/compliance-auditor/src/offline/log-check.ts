import { BatonError } from '@baton/kernel';
import { leafHash, parseVerifierKey } from '@baton/ledger';
import type { AuditEntry } from '../domain/audit-entry.js';
import { isEntryShaped, leafOfEntry, openEntry } from '../domain/check-entry.js';
import { base64 } from '../domain/seal-event.js';
import { FaultList, type AuditReport } from './audit-report.js';
import { checkCheckpoints } from './check-checkpoints.js';
import { HashList } from './hash-list.js';

/** What stands in the tree where an entry is unreadable, so that those behind it keep their places. */
const NO_LEAF = new Uint8Array(0);

/** Whose signatures to believe. */
export interface LogKeysToBelieve {
  readonly keys: readonly string[];
  readonly source: 'given' | 'found';
}

/**
 * Checks one tenant's log entry by entry, then its checkpoints. Needs about 130 bytes of memory an entry: its hash, and its
 * event's id to find it again.
 */
export class LogCheck {
  readonly faults = new FaultList();
  readonly #tenant: string;
  readonly #hashes = new HashList();
  readonly #eventIds = new Set<string>();
  #opened = 0;
  #erased = 0;

  constructor(tenant: string) {
    this.#tenant = tenant;
  }

  get entries(): number {
    return this.#hashes.length;
  }

  /** The next entry, as it was found. */
  entry(value: unknown): void {
    const index = this.#hashes.length;
    if (!isEntryShaped(value)) return this.#malformed(index);
    if (value.tenant !== this.#tenant || value.index !== index) {
      this.faults.add('entry-misplaced', index, 'The entry says it belongs elsewhere.');
    }
    const leaf = leafOfEntry(value);
    if (leaf === undefined) return this.#malformed(index);
    this.#hashes.push(leafHash(leaf));
    this.#open(index, value);
    const before = this.#eventIds.size;
    if (this.#eventIds.add(value.eventId).size === before) {
      this.faults.add('event-doubled', index, 'The event is in the log already.');
    }
  }

  /** Compares with the checkpoints and says what was found. Throws `verifier-key-…` where a given key cannot be used. */
  finish(notes: readonly string[], { keys, source }: LogKeysToBelieve): AuditReport {
    const verifiers = keys.flatMap((key) => {
      const verifier = parseVerifierKey(key);
      if (verifier.ok) return [verifier.value];
      if (source === 'given') throw new BatonError(verifier.error.code, verifier.error.message);
      this.faults.add(verifier.error.code, 0, verifier.error.message);
      return [];
    });
    const origin = verifiers[0]?.name ?? '';
    if (verifiers.length === 0 && (notes.length > 0 || source === 'given')) {
      this.faults.add('key-missing', 0, `There is no verifier key for the log of ${this.#tenant}.`);
    }
    const found = checkCheckpoints(notes, this.#hashes, { origin, log: verifiers }, this.faults);
    if (found.verified === 0 && this.entries > 0) {
      this.faults.add('log-unsigned', 0, 'No checkpoint vouches for these entries.');
    }
    return {
      ok: this.faults.count === 0,
      tenant: this.#tenant,
      origin,
      verifierKeys: keys,
      keySource: source,
      entries: this.entries,
      root: base64(found.root),
      checkpoints: notes.length,
      checkpointsVerified: found.verified,
      signedEntries: found.signedEntries,
      opened: this.#opened,
      erased: this.#erased,
      faultCount: this.faults.count,
      faults: this.faults.kept,
    };
  }

  #open(index: number, entry: AuditEntry): void {
    const state = openEntry(entry);
    if (state === 'opened') this.#opened += 1;
    else if (state === 'erased') this.#erased += 1;
    else {
      this.faults.add('commitment-mismatch', index, 'The event kept here is not the one its entry commits to.');
    }
  }

  #malformed(index: number): void {
    this.faults.add('entry-malformed', index, 'This is not an entry of the log.');
    this.#hashes.push(leafHash(NO_LEAF));
  }
}
