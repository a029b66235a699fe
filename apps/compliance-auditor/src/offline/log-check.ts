import { BatonError } from '@baton/kernel';
import { parseVerifierKey } from '@baton/ledger';
import { base64 } from '../domain/seal-event.js';
import { FaultList, type AuditReport } from './audit-report.js';
import { checkCheckpoints } from './check-checkpoints.js';
import type { EntryFindings } from './check-entries.js';
import { HashList } from './hash-list.js';

/** Whose signatures to believe. */
export interface LogKeysToBelieve {
  readonly keys: readonly string[];
  readonly source: 'given' | 'found';
}

/**
 * Puts together what the entries of one tenant's log showed, then checks its checkpoints. Needs about 130 bytes of memory an entry: its hash, and its
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

  /** The entries that come next, checked each by itself. */
  add(findings: EntryFindings): void {
    const first = this.#hashes.length;
    this.#hashes.push(findings.hashes);
    this.#opened += findings.opened;
    this.#erased += findings.erased;
    this.faults.addAll(findings.faults, findings.faultCount);
    for (const [i, id] of findings.eventIds.entries()) {
      const before = this.#eventIds.size;
      if (id !== '' && this.#eventIds.add(id).size === before) {
        this.faults.add('event-doubled', first + i, 'The event is in the log already.');
      }
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
}
