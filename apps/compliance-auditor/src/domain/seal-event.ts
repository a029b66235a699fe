import { commit, entryLeaf, leafHash, type Hash } from '@baton/ledger';
import { committedBytes, type LoggedEvent } from './logged-event.js';

/** An event with its place in the tree prepared: everything of an entry but its index. */
export interface SealedEvent extends LoggedEvent {
  /** Base64; empty once erased. */
  readonly salt: string;
  /** The line the tree holds: canonical JSON of id, type, time and commitment. */
  readonly leaf: string;
  /** Base64, RFC 6962 leaf hash of `leaf`. */
  readonly leafHash: string;
}

/** Commits to an event. Throws `ledger-entry-invalid` where its id or type cannot stand in the log. */
export function sealEvent(event: LoggedEvent, salt: Uint8Array): { sealed: SealedEvent; hash: Hash } {
  const leaf = leafOf(event, commit(committedBytes(event), salt));
  const hash = leafHash(leaf);
  const sealed = {
    ...event,
    salt: base64(salt),
    leaf: Buffer.from(leaf.buffer, leaf.byteOffset, leaf.byteLength).toString('latin1'),
    leafHash: base64(hash),
  };
  return { sealed, hash };
}

/** The leaf an event has under a commitment. Throws `ledger-entry-invalid`. */
export function leafOf({ eventId, type, timeMs }: LoggedEvent, commitment: string): Uint8Array {
  return entryLeaf({ v: 1, id: eventId, type, time: new Date(timeMs).toISOString(), commitment });
}

/** Standard base64 with padding. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
