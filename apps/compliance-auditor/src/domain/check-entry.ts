import { commit, SALT_BYTES } from '@baton/ledger';
import type { AuditEntry } from './audit-entry.js';
import { committedBytes } from './logged-event.js';
import { base64, leafOf } from './seal-event.js';

/**
 * What an entry's commitment says of the event kept with it: it is the one that was logged, it was erased and nobody can tell any
 * more, or it is another one.
 */
export type OpenedState = 'opened' | 'erased' | 'mismatch';

/** Opens an entry with its own salt. */
export function openEntry(entry: AuditEntry): OpenedState {
  if (entry.salt === '' && entry.dataJson === '') return 'erased';
  const salt = Buffer.from(entry.salt, 'base64');
  // A second spelling of the same salt would be a change nobody notices.
  if (salt.length !== SALT_BYTES || base64(salt) !== entry.salt) return 'mismatch';
  return commit(committedBytes(entry), salt) === entry.commitment ? 'opened' : 'mismatch';
}

/** The leaf of a stored entry; undefined where its members cannot be those of any. */
export function leafOfEntry(entry: AuditEntry): Uint8Array | undefined {
  try {
    return leafOf(entry, entry.commitment);
  } catch {
    return undefined;
  }
}

const texts = [
  'tenant',
  'eventId',
  'type',
  'topic',
  'source',
  'subject',
  'conversationId',
  'causationId',
  'dataJson',
  'salt',
  'commitment',
] as const satisfies readonly (keyof AuditEntry)[];

/** Whether something read from outside has exactly the members of an entry, and each is of its kind. */
export function isEntryShaped(value: unknown): value is AuditEntry {
  if (typeof value !== 'object' || value === null) return false;
  const members = value as Readonly<Record<string, unknown>>;
  return (
    texts.every((name) => typeof members[name] === 'string') &&
    isCount(members['index']) &&
    isCount(members['timeMs']) &&
    Object.keys(members).length === texts.length + 2
  );
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
