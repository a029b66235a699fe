import { BatonError, ok, type Result } from '@baton/kernel';

import { refuse, type Failure } from '../failure.js';

/** One line of the log. It names an event and commits to it; it holds no personal data. */
export interface LedgerEntry {
  readonly v: 1;
  /** The event's id: 1–256 visible ASCII characters without `"` and `\`. Must not identify a person. */
  readonly id: string;
  /** The event's type, same characters. */
  readonly type: string;
  /** When it happened: RFC 3339 in UTC, `2026-03-01T12:00:00.000Z`, up to nine decimals. */
  readonly time: string;
  /** Who it is about, as `hashSubject` makes it. */
  readonly subject?: string;
  /** As `commit` makes it. */
  readonly commitment: string;
}

/** Leaf data: the bytes of an entry, or the same as text. */
export type LeafData = Uint8Array | string;

const HASH = '[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=';
const TOKEN = String.raw`[!#-\[\]-~]{1,256}`;
const DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const TIME = String.raw`${DAY}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z`;

// No permitted character needs a JSON escape, so the canonical JSON (RFC 8785) of an entry is a regular language
// and one expression both validates it and proves there is no second spelling.
const CANONICAL = new RegExp(
  `^\\{"commitment":"(${HASH})","id":"(${TOKEN})",(?:"subject":"(${HASH})",)?"time":"(${TIME})","type":"(${TOKEN})","v":1\\}$`,
);

/**
 * The leaf data of an entry: its canonical JSON (RFC 8785), ASCII. This is what `leafHash` takes.
 * @throws BatonError `ledger-entry-invalid` if a field has another form than its type says.
 */
export function entryLeaf({ id, type, time, subject, commitment }: LedgerEntry): Uint8Array {
  const subjectMember = subject === undefined ? '' : `"subject":"${subject}",`;
  const text = `{"commitment":"${commitment}","id":"${id}",${subjectMember}"time":"${time}","type":"${type}","v":1}`;
  if (!CANONICAL.test(text))
    throw new BatonError('ledger-entry-invalid', 'A field of the ledger entry has a wrong form.');
  return Buffer.from(text, 'latin1');
}

/** Whether leaf data is the canonical form of some entry; cheaper than {@link parseEntry}. */
export function isEntry(leafData: LeafData): boolean {
  return CANONICAL.test(textOf(leafData));
}

/** Reads leaf data back, strictly: only what {@link entryLeaf} writes is accepted. */
export function parseEntry(leafData: LeafData): Result<LedgerEntry, Failure<'entry-malformed'>> {
  const [, commitment, id, subject, time, type] = CANONICAL.exec(textOf(leafData)) ?? [];
  if (commitment === undefined || id === undefined || time === undefined || type === undefined) {
    return refuse('entry-malformed', 'Not the canonical JSON of a ledger entry.');
  }
  return ok({ v: 1, id, type, time, commitment, ...(subject !== undefined && { subject }) });
}

/** The bytes of leaf data. */
export function leafBytes(leafData: LeafData): Uint8Array {
  return typeof leafData === 'string' ? Buffer.from(leafData) : leafData;
}

function textOf(leafData: LeafData): string {
  if (typeof leafData === 'string') return leafData;
  return Buffer.from(leafData.buffer, leafData.byteOffset, leafData.byteLength).toString('latin1');
}
