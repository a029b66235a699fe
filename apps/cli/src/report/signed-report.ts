import { err, ok, type Result } from '@baton/kernel';
import {
  formatVerifierKey,
  openCheckpoint,
  openNote,
  parseVerifierKey,
  SIGNATURE_TYPE,
  signNote,
  type KeyedSigner,
} from '@baton/ledger';
import type { TimeToHumanReport } from './time-to-human.js';

/** First line of the text that is signed: what it is, so that it can be mistaken for nothing else the key signs. */
const heading = 'baton.report/time-to-human/v1';

/** What is added to the origin of a log to name the same key when it signs reports. */
export const reportKeySuffix = '/reports';

/** A report with the checkpoint it rests on, as a C2SP signed note: heading, one line of JSON, signatures. */
export async function signReport(
  report: TimeToHumanReport,
  checkpoint: string,
  signer: KeyedSigner,
): Promise<string> {
  return signNote(`${heading}\n${JSON.stringify({ report, checkpoint })}\n`, [signer]);
}

/** A report whose signature and whose checkpoint hold. */
export interface OpenedReport {
  readonly report: TimeToHumanReport;
  readonly checkpoint: string;
}

/** Why a signed report was not believed. */
export interface ReportFault {
  readonly code: string;
  readonly message: string;
}

/**
 * Opens a signed report with the verifier keys of its log: the log's key must have signed the report, under its name for reports, and
 * the checkpoint in it, and both must speak of the same log.
 */
export function openReport(note: string, logKeys: readonly string[]): Result<OpenedReport, ReportFault> {
  const keys = [];
  for (const text of logKeys) {
    const key = parseVerifierKey(text);
    const forReports = parseVerifierKey(reportKeyOf(text));
    if (!key.ok) return key;
    if (!forReports.ok) return forReports;
    keys.push({ log: key.value, reports: forReports.value });
  }
  const opened = openNote(
    note,
    keys.map(({ reports }) => reports),
  );
  if (!opened.ok) return opened;
  const statement = read(opened.value.text);
  if (statement === undefined)
    return fault('report-malformed', 'What was signed is no time-to-human report.');
  const { report, checkpoint } = statement;
  const { origin, size, root } = report.log;
  const signer = opened.value.signatures[0]!.name;
  if (signer !== `${origin}${reportKeySuffix}`)
    return fault('report-origin', `The report is about the log ${origin} and was signed as ${signer}.`);
  const stated = openCheckpoint(checkpoint, { origin, log: keys.map(({ log }) => log) });
  if (!stated.ok) return stated;
  const { checkpoint: signed } = stated.value;
  if (signed.size !== size || Buffer.from(signed.root).toString('base64') !== root)
    return fault('report-checkpoint', 'The report names another state of the log than its checkpoint.');
  return ok(statement);
}

/** The verifier key for reports that belongs to a log's verifier key. Empty where that is none. */
export function reportKeyOf(logKey: string): string {
  const [, name = '', material = ''] = /^([^+]+)\+[0-9a-f]{8}\+(\S+)$/.exec(logKey) ?? [];
  if (name === '') return '';
  const publicKey = Buffer.from(material, 'base64').subarray(1);
  return formatVerifierKey(`${name}${reportKeySuffix}`, SIGNATURE_TYPE.ed25519, publicKey);
}

function read(text: string): OpenedReport | undefined {
  const [first, json = '', rest] = text.split('\n');
  if (first !== heading || rest !== '') return undefined;
  try {
    const { report, checkpoint } = JSON.parse(json) as Partial<OpenedReport>;
    const known =
      report?.report === 'time-to-human' && report.version === 1 && typeof checkpoint === 'string';
    return known ? { report, checkpoint } : undefined;
  } catch {
    return undefined;
  }
}

function fault(code: string, message: string): Result<never, ReportFault> {
  return err({ code, message });
}
