import { leafHash } from '@baton/ledger';
import type { AuditEntry } from '../domain/audit-entry.js';
import { base64, leafOf } from '../domain/seal-event.js';

/** The first line of an exported log. */
export interface BundleHeader {
  readonly v: 1;
  /** Empty where the log was never signed; so is the key. */
  readonly origin: string;
  readonly verifierKey: string;
  readonly tenant: string;
}

export function headerLine({ v, origin, verifierKey, tenant }: BundleHeader): string {
  return JSON.stringify({ v, origin, verifierKey, tenant });
}

/** An entry with its leaf and leaf hash written out, so that any RFC 6962 tool can check the tree. */
export function entryLine(entry: AuditEntry): string {
  const leaf = leafOf(entry, entry.commitment);
  return JSON.stringify({
    ...entry,
    leaf: Buffer.from(leaf).toString('latin1'),
    leafHash: base64(leafHash(leaf)),
  });
}

export function checkpointLine(note: string): string {
  return JSON.stringify({ checkpoint: note });
}

/** A line of a bundle; undefined where it is none, down to the last byte. */
export type BundleLine =
  | { readonly kind: 'header'; readonly header: BundleHeader }
  | { readonly kind: 'entry'; readonly entry: AuditEntry }
  | { readonly kind: 'checkpoint'; readonly note: string };

/** Reads a line strictly: what an export would write in its place must be the very same text. */
export function parseLine(line: string): BundleLine | undefined {
  try {
    const parsed = lineOf(JSON.parse(line));
    return parsed !== undefined && write(parsed) === line ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function lineOf(value: unknown): BundleLine | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('v' in value && value.v === 1) return { kind: 'header', header: value as BundleHeader };
  if ('checkpoint' in value && typeof value.checkpoint === 'string') {
    return { kind: 'checkpoint', note: value.checkpoint };
  }
  if (!('commitment' in value) || !('leaf' in value) || !('leafHash' in value)) return undefined;
  const { leaf: _leaf, leafHash: _leafHash, ...entry } = value;
  return { kind: 'entry', entry: entry as unknown as AuditEntry };
}

function write(line: BundleLine): string {
  switch (line.kind) {
    case 'header':
      return headerLine(line.header);
    case 'entry':
      return entryLine(line.entry);
    case 'checkpoint':
      return checkpointLine(line.note);
  }
}
