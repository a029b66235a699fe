import { BatonError } from '@baton/kernel';
import type { AuditEntry } from '../domain/audit-entry.js';
import type { AuditReport } from './audit-report.js';
import { parseLine, type BundleHeader } from './bundle.js';
import { checkEntries } from './check-entries.js';
import { LogCheck } from './log-check.js';

const ENTRIES_AT_ONCE = 500;

export interface VerifyOptions {
  /** Verifier keys the verifier holds (C2SP signed note). Without them the log's own are used. */
  readonly verifierKeys?: readonly string[];
}

/**
 * Verifies an exported log, line by line in one pass. Throws `bundle-malformed` where the first line is no header, and
 * `verifier-key-…` for a key that cannot be used; everything else is in the report.
 */
export async function verifyBundle(
  lines: AsyncIterable<string> | Iterable<string>,
  options: VerifyOptions = {},
): Promise<AuditReport> {
  let header: BundleHeader | undefined;
  let check = new LogCheck('');
  const notes: string[] = [];
  let entries: AuditEntry[] = [];
  const checkRead = () => {
    check.add(checkEntries(header?.tenant ?? '', check.entries, entries));
    entries = [];
  };
  let at = -1;
  for await (const line of lines) {
    at += 1;
    const parsed = parseLine(line);
    if (header === undefined) {
      header = headerOf(parsed);
      check = new LogCheck(header.tenant);
    } else if (parsed?.kind === 'entry' && notes.length === 0) {
      if (entries.push(parsed.entry) === ENTRIES_AT_ONCE) checkRead();
    } else if (parsed?.kind === 'checkpoint') notes.push(parsed.note);
    else check.faults.add('line-malformed', at, 'The line is not what an export writes there.');
  }
  if (header === undefined) throw noHeader();
  checkRead();
  const { verifierKey, origin } = header;
  checkOrder(notes, check);
  const given = options.verifierKeys;
  const report = check.finish(notes, {
    keys: given === undefined ? [verifierKey].filter(Boolean) : keysOf(header.tenant, given),
    source: given === undefined ? 'found' : 'given',
  });
  if (report.origin === origin) return report;
  return withFault(report, 'The header names another origin than the key.');
}

/** Those of the keys that are of a tenant's log: its origin, the key's name, ends with the tenant. */
export function keysOf(tenant: string, keys: readonly string[]): string[] {
  return keys.filter((key) => key.slice(0, Math.max(0, key.indexOf('+'))).endsWith(`/${tenant}`));
}

function headerOf(parsed: ReturnType<typeof parseLine>): BundleHeader {
  if (parsed?.kind !== 'header') throw noHeader();
  const { origin, verifierKey, tenant } = parsed.header;
  if ([origin, verifierKey, tenant].some((text) => typeof text !== 'string')) throw noHeader();
  return parsed.header;
}

function noHeader(): BatonError {
  return new BatonError('bundle-malformed', 'The first line of an exported log is its header.');
}

function checkOrder(notes: readonly string[], check: LogCheck): void {
  let largest = -1;
  for (const [index, note] of notes.entries()) {
    // Only the order of sizes: whether the note is one at all is looked at with its signature.
    const size = Number(note.split('\n', 2)[1]);
    if (size <= largest)
      check.faults.add('checkpoint-order', index, 'It is not larger than the one before it.');
    largest = Math.max(largest, size);
  }
}

function withFault(report: AuditReport, message: string): AuditReport {
  const fault = { code: 'checkpoint-origin', index: 0, message } as const;
  return { ...report, ok: false, faultCount: report.faultCount + 1, faults: [...report.faults, fault] };
}
