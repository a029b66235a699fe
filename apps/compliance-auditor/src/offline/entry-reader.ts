import type { LogStore } from '../log/log-store.js';
import { entriesBetween } from '../log/read-entries.js';
import { checkEntries, type EntryFindings } from './check-entries.js';

/** Some neighbouring entries of a tenant's log. */
export interface EntryRange {
  readonly tenant: string;
  readonly from: number;
  /** Without this one. */
  readonly to: number;
}

/** Reads entries and checks each by itself. */
export interface EntryReader {
  /** How many ranges it works on at the same time. */
  readonly width: number;
  /** What the range shows, up to the first entry that is missing. */
  check(range: EntryRange): Promise<EntryFindings>;
  close(): Promise<void>;
}

/** A reader in this thread. */
export function entryReader({ entries }: LogStore): EntryReader {
  return {
    width: 1,
    check: async ({ tenant, from, to }) =>
      checkEntries(tenant, from, await entriesBetween(entries, tenant, from, to)),
    close: async () => undefined,
  };
}
