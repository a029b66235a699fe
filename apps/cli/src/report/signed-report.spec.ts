import {
  ed25519Signer,
  formatCheckpointText,
  privateKeyFromSeed,
  signNote,
  type KeyedSigner,
} from '@baton/ledger';
import { openReport, reportKeySuffix, signReport } from './signed-report.js';
import { timeToHumanReport, type TimeToHumanReport } from './time-to-human.js';

const origin = 'audit.example/bank';
const key = privateKeyFromSeed(Buffer.alloc(32, 7));
const logSigner = ed25519Signer(origin, key);
const reportSigner = ed25519Signer(`${origin}${reportKeySuffix}`, key);
const root = Buffer.alloc(32, 1);

const report = timeToHumanReport({
  tenant: 'bank',
  month: '2026-11',
  timeZone: 'UTC',
  log: { origin, size: 5, root: root.toString('base64') },
  requests: [],
  erasedConversations: 0,
});
const checkpointBy = (signer: KeyedSigner, size = 5) =>
  signNote(formatCheckpointText({ origin: signer.name, size, root }), [signer]);
const codeOf = (note: string, keys = [logSigner.verifierKey]) => {
  const opened = openReport(note, keys);
  return opened.ok ? 'ok' : opened.error.code;
};
const signed = async (change: Partial<TimeToHumanReport> = {}, checkpoint?: string, signer = reportSigner) =>
  signReport({ ...report, ...change }, checkpoint ?? (await checkpointBy(logSigner)), signer);

describe('a signed report', () => {
  it('opens with the key of its log', async () => {
    const opened = openReport(await signed(), [logSigner.verifierKey]);
    expect(opened.ok && opened.value.report).toEqual(report);
  });

  it('does not open after a figure was changed', async () => {
    const note = await signed();
    expect(codeOf(note.replace('"requests":0', '"requests":9'))).toBe('note-signature-invalid');
  });

  it('does not open with another key, or signed by one', async () => {
    const other = privateKeyFromSeed(Buffer.alloc(32, 8));
    expect(codeOf(await signed(), [ed25519Signer(origin, other).verifierKey])).toBe('note-unsigned');
    expect(codeOf(await signed({}, undefined, ed25519Signer(reportSigner.name, other)))).toBe(
      'note-unsigned',
    );
    expect(codeOf(await signed(), ['no key'])).toBe('verifier-key-malformed');
  });

  it('is not what the log signs otherwise: a checkpoint is no report, a report no checkpoint', async () => {
    expect(codeOf(await checkpointBy(logSigner))).toBe('note-unsigned');
    expect(codeOf(await signed({}, undefined, logSigner))).toBe('note-unsigned');
    const note = await signNote('something else\n', [reportSigner]);
    expect(codeOf(note)).toBe('report-malformed');
  });

  it('rests on a checkpoint its log signed, of the state it names', async () => {
    const other = ed25519Signer(origin, privateKeyFromSeed(Buffer.alloc(32, 8)));
    expect(codeOf(await signed({}, await checkpointBy(other)))).toBe('note-unsigned');
    expect(codeOf(await signed({}, await checkpointBy(logSigner, 6)))).toBe('report-checkpoint');
    const elsewhere = { log: { ...report.log, origin: 'audit.example/other' } };
    expect(codeOf(await signed(elsewhere))).toBe('report-origin');
  });
});
