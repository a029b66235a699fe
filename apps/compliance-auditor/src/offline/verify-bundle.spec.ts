import fc from 'fast-check';
import { verifyLog } from '@baton/ledger';
import { openTemporaryStore } from '@baton/persistence/testing';
import { batchOf, upTo } from '../testing/deliveries.js';
import { openAuditLog, writeLog } from '../testing/small-log.js';
import { exportLog } from './export-log.js';
import { verifyBundle } from './verify-bundle.js';

const ENTRIES = 40;
const SIGNED = 36;

/** Whether verifying finds something, in the report or by refusing to read. */
async function findsFault(lines: readonly string[], verifierKeys?: readonly string[]): Promise<boolean> {
  try {
    return !(await verifyBundle(lines, verifierKeys === undefined ? {} : { verifierKeys })).ok;
  } catch {
    return true;
  }
}

const codesOf = async (lines: readonly string[]) =>
  new Set((await verifyBundle(lines)).faults.map(({ code }) => code));

describe('an exported log', () => {
  let lines: string[];
  let verifierKey: string;

  beforeAll(async () => {
    const { store, dispose } = await openTemporaryStore();
    await writeLog(store, [upTo(7), upTo(20), upTo(SIGNED)]);
    await (await openAuditLog(store)).append(...batchOf(upTo(ENTRIES)));
    lines = [];
    for await (const line of exportLog(store, 'bank')) lines.push(line);
    ({ verifierKey } = JSON.parse(lines[0]!) as { verifierKey: string });
    await dispose();
  });

  it('verifies', async () => {
    const report = await verifyBundle(lines);
    expect(report).toMatchObject({
      ok: true,
      tenant: 'bank',
      origin: 'audit.example/bank',
      keySource: 'found',
      entries: ENTRIES,
      signedEntries: SIGNED,
      opened: ENTRIES,
      erased: 0,
      checkpoints: 3,
      checkpointsVerified: 3,
      faults: [],
    });
    expect(await verifyBundle(lines, { verifierKeys: [verifierKey] })).toMatchObject({
      ok: true,
      keySource: 'given',
    });
  });

  it('verifies with the ledger’s own verifier too', async () => {
    const values = lines.map((line) => JSON.parse(line) as { leaf?: string; checkpoint?: string });
    const report = await verifyLog({
      entries: values.flatMap(({ leaf }) => (leaf === undefined ? [] : [leaf])),
      checkpoints: values.flatMap(({ checkpoint }) => (checkpoint === undefined ? [] : [checkpoint])),
      verifierKey,
    });
    expect(report).toMatchObject({ faultCount: 0, entries: ENTRIES, signedEntries: SIGNED });
  });

  it('shows a change of any byte of any line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (lineAt, byteAt, flip) => {
        const at = lineAt % lines.length;
        const bytes = Buffer.from(lines[at]!);
        bytes[byteAt % bytes.length]! ^= flip;
        const changed = bytes.toString('utf8');
        expect(await findsFault(lines.with(at, changed))).toBe(true);
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  it('shows lines taken out, doubled or swapped among what was signed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: SIGNED - 1 }), async (at) => {
        expect(await findsFault(lines.toSpliced(at, 1))).toBe(true);
        expect(await findsFault(lines.toSpliced(at, 0, lines[at]!))).toBe(true);
        expect(await findsFault(lines.with(at, lines[at + 1]!).with(at + 1, lines[at]!))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('shows an entry that was rewritten with everything that follows from it', async () => {
    const { store, dispose } = await openTemporaryStore();
    await writeLog(store, [upTo(3)]);
    const forged: string[] = [];
    for await (const line of exportLog(store, 'bank')) forged.push(line);
    await dispose();
    // Another salt, so another commitment and leaf: right in itself, but not what was signed.
    expect(await codesOf(lines.with(1, forged[1]!))).toEqual(
      new Set(['checkpoint-mismatch', 'log-unsigned']),
    );
  });

  it('still verifies where an event was erased, and says so', async () => {
    const { salt: _salt, dataJson: _dataJson, ...rest } = JSON.parse(lines[5]!) as Record<string, unknown>;
    const erased = JSON.stringify(
      Object.fromEntries(
        Object.keys(JSON.parse(lines[5]!) as object).map((name) => [name, rest[name] ?? '']),
      ),
    );
    expect(await verifyBundle(lines.with(5, erased))).toMatchObject({
      ok: true,
      erased: 1,
      opened: ENTRIES - 1,
    });
  });

  it('is not believed with another key, or with none', async () => {
    const other = 'audit.example/bank+00000000+AQ==';
    expect(await findsFault(lines, [other])).toBe(true);
    expect(await findsFault(lines, [])).toBe(true);
  });

  it('is refused without its header', async () => {
    await expect(verifyBundle(lines.slice(1))).rejects.toMatchObject({ code: 'bundle-malformed' });
    await expect(verifyBundle([])).rejects.toMatchObject({ code: 'bundle-malformed' });
  });
});
