import { SALT_BYTES } from '@baton/ledger';
import type { LoggedEvent } from '../domain/logged-event.js';
import { sealEvent, type SealedEvent } from '../domain/seal-event.js';

/** Seals events, each with its part of `salts` (32 bytes an event, in order). */
export interface Sealer {
  /** Throws `ledger-entry-invalid` where one of the events cannot stand in the log. */
  seal(events: readonly LoggedEvent[], salts: Uint8Array): Promise<SealedEvent[]>;
  close(): Promise<void>;
}

/** A sealer in this thread. */
export const sealer: Sealer = {
  seal: async (events, salts) => events.map((event, i) => sealEvent(event, saltAt(salts, i))),
  close: async () => undefined,
};

/** The salt of event `i`. */
export function saltAt(salts: Uint8Array, i: number): Uint8Array {
  return salts.subarray(i * SALT_BYTES, (i + 1) * SALT_BYTES);
}
