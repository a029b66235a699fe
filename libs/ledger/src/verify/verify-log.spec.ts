import fc from 'fast-check';

import { commit, deriveSalt } from '../entry/commitment.js';
import { entryLeaf, type LeafData } from '../entry/entry.js';
import { Frontier } from '../merkle/frontier.js';
import { leafHash } from '../merkle/hash.js';
import { flipBit, hex } from '../merkle/tree.fixture.js';
import { formatCheckpointText } from '../note/checkpoint.js';
import { logSigner, testKey, witnessA, witnessB } from '../note/keys.fixture.js';
import { signNote } from '../note/sign-note.js';
import { ed25519Signer } from '../note/signer.js';
import { verifyLog, type LogToVerify } from './verify-log.js';

const COUNT = 60;
const SIZES = [0, 1, 7, 32, 50];
const KEY = Buffer.alloc(32, 3);
const eventOf = (i: number) => Buffer.from(JSON.stringify({ customer: 'Jane Doe', turn: i }));
const saltOf = (i: number) => deriveSalt(KEY, `event-${i}`);

const leaves = Array.from({ length: COUNT }, (_, i) =>
  entryLeaf({
    v: 1,
    id: `event-${i}`,
    type: 'baton.dialog.v1.TurnUnderstood',
    time: new Date(1_767_225_600_000 + i).toISOString(),
    commitment: commit(eventOf(i), saltOf(i)),
  }),
);

function rootAt(size: number, of: readonly Uint8Array[] = leaves) {
  const frontier = new Frontier();
  for (const leaf of of.slice(0, size)) frontier.append(leafHash(leaf));
  return frontier.root();
}

const checkpointAt = (size: number, signers = [logSigner], of = leaves) =>
  signNote(formatCheckpointText({ origin: logSigner.name, size, root: rootAt(size, of) }), signers);

async function goodLog(): Promise<
  LogToVerify & { readonly entries: Uint8Array[]; readonly checkpoints: string[] }
> {
  const checkpoints = await Promise.all(SIZES.map((size) => checkpointAt(size)));
  return { entries: [...leaves], checkpoints, verifierKey: logSigner.verifierKey };
}

async function codes(log: LogToVerify) {
  return (await verifyLog(log)).faults.map(({ code, index }) => `${code}@${index}`);
}

describe('verifying a log offline', () => {
  it('finds a good log good', async () => {
    const report = await verifyLog(await goodLog());
    expect(report).toMatchObject({
      entries: 60,
      checkpointsVerified: 5,
      signedEntries: 50,
      faultCount: 0,
      faults: [],
    });
    expect(hex(report.root)).toBe(hex(rootAt(COUNT)));
  });

  it('reads lines of text from a stream alike', async () => {
    const log = await goodLog();
    async function* lines(): AsyncGenerator<LeafData> {
      for (const leaf of leaves) yield Buffer.from(leaf).toString();
    }
    expect(await verifyLog({ ...log, entries: lines() })).toMatchObject({
      faultCount: 0,
      checkpointsVerified: 5,
    });
  });

  it('notices any change to any signed entry, at the first checkpoint that covers it', async () => {
    const log = await goodLog();
    await fc.assert(
      fc.asyncProperty(fc.nat(49), fc.nat(), async (victim, bit) => {
        const entries = leaves.map((leaf, i) => (i === victim ? flipBit(leaf, bit) : leaf));
        const report = await verifyLog({ ...log, entries });
        const first = SIZES.findIndex((size) => size > victim);
        const mismatch = report.faults.find(({ code }) => code === 'checkpoint-mismatch');
        expect(mismatch?.index).toBe(first);
        expect(report.checkpointsVerified).toBe(first);
        expect(report.signedEntries).toBe(SIZES[first - 1]);
      }),
      { numRuns: 60 },
    );
  });

  it('notices entries removed, inserted, swapped and cut off', async () => {
    const log = await goodLog();
    const changed = (change: (entries: Uint8Array[]) => void) => {
      const entries = [...leaves];
      change(entries);
      return codes({ ...log, entries });
    };
    expect(await changed((e) => e.splice(20, 1))).toEqual(['checkpoint-mismatch@3', 'checkpoint-mismatch@4']);
    expect(await changed((e) => e.splice(20, 0, e[0]!))).toEqual([
      'checkpoint-mismatch@3',
      'checkpoint-mismatch@4',
    ]);
    expect(await changed((e) => ([e[3], e[4]] = [e[4]!, e[3]!]))).toContain('checkpoint-mismatch@2');
    expect(await changed((e) => e.splice(49))).toEqual(['checkpoint-beyond-end@4']);
    expect(await changed((e) => e.splice(50))).toEqual([]);
  });

  it('notices any change to a checkpoint', async () => {
    const log = await goodLog();
    const note = log.checkpoints[3]!;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(note.length - 1),
        fc.constantFrom('x', '\n', '9', ''),
        async (at, character) => {
          const changed = note.slice(0, at) + character + note.slice(at + 1);
          fc.pre(changed !== note);
          const report = await verifyLog({ ...log, checkpoints: log.checkpoints.with(3, changed) });
          expect(report.faults.map(({ index }) => index)).toEqual([3]);
          expect(report.checkpointsVerified).toBe(4);
        },
      ),
    );
  });

  it('notices a log that signs two histories', async () => {
    const log = await goodLog();
    const forked = leaves.with(5, leaves[6]!);
    const checkpoints = [...log.checkpoints, await checkpointAt(55, [logSigner], forked)];
    expect(await codes({ ...log, checkpoints })).toEqual(['checkpoint-mismatch@5']);
  });

  it('notices checkpoints that do not grow, and still compares their roots', async () => {
    const log = await goodLog();
    const forked = leaves.with(5, leaves[6]!);
    const back = await checkpointAt(32, [logSigner], forked);
    const report = await verifyLog({ ...log, checkpoints: [...log.checkpoints, log.checkpoints[4]!, back] });
    expect(report.faults.map(({ code, index }) => `${code}@${index}`)).toEqual([
      'checkpoint-order@5',
      'checkpoint-order@6',
      'checkpoint-mismatch@6',
    ]);
    expect(report.checkpointsVerified).toBe(5);
  });

  it('believes only the keys and the origin it was given', async () => {
    const log = await goodLog();
    const stranger = ed25519Signer(logSigner.name, testKey(9));
    const forged = await checkpointAt(60, [stranger]);
    expect(await codes({ ...log, checkpoints: [forged] })).toEqual(['note-unsigned@0', 'log-unsigned@0']);
    const both = [logSigner.verifierKey, stranger.verifierKey];
    expect(await codes({ ...log, checkpoints: [...log.checkpoints, forged], verifierKey: both })).toEqual([]);
    expect(await codes({ ...log, checkpoints: log.checkpoints.slice(4), origin: 'other' })).toEqual([
      'checkpoint-origin@0',
      'log-unsigned@0',
    ]);
    await expect(verifyLog({ ...log, verifierKey: 'nonsense' })).rejects.toMatchObject({
      code: 'verifier-key-malformed',
    });
  });

  it('asks for the witnesses it was told to ask for', async () => {
    const log = await goodLog();
    const witnessKeys = [witnessA.verifierKey, witnessB.verifierKey];
    const checkpoints = [
      await checkpointAt(10, [logSigner, witnessA]),
      await checkpointAt(20, [logSigner, witnessA, witnessB]),
    ];
    expect(await codes({ ...log, checkpoints, witnessKeys, quorum: 2 })).toEqual(['checkpoint-quorum@0']);
    expect(await codes({ ...log, checkpoints, witnessKeys, quorum: 1 })).toEqual([]);
  });

  it('does not call a log good that nobody signed', async () => {
    expect(await codes({ ...(await goodLog()), checkpoints: [] })).toEqual(['log-unsigned@0']);
  });

  it('names an entry of another form even when it was signed so', async () => {
    const strange = [...leaves.slice(0, 3), Buffer.from('{"name":"Jane Doe"}'), ...leaves.slice(4)];
    const checkpoints = [await checkpointAt(60, [logSigner], strange)];
    const report = await verifyLog({ entries: strange, checkpoints, verifierKey: logSigner.verifierKey });
    expect(report.faults.map(({ code, index }) => `${code}@${index}`)).toEqual(['entry-malformed@3']);
    expect(JSON.stringify(report.faults)).not.toContain('Jane');
  });

  it('opens what was committed to, and nothing else', async () => {
    const log = await goodLog();
    const opened = [
      { index: 4, salt: saltOf(4), bytes: eventOf(4) },
      { index: 5, salt: saltOf(4), bytes: eventOf(5) },
      { index: 6, salt: saltOf(6), bytes: eventOf(7) },
      { index: 60, salt: saltOf(4), bytes: eventOf(4) },
    ];
    const report = await verifyLog({ ...log, opened });
    expect(report.openedVerified).toBe(1);
    expect(report.faults.map(({ code, index }) => `${code}@${index}`)).toEqual([
      'opened-mismatch@5',
      'opened-mismatch@6',
      'opened-missing@60',
    ]);
  });

  it('still verifies whole after the key of a customer is destroyed, and holds nothing of the events', async () => {
    const log = await goodLog();
    const destroyed = Buffer.alloc(32, 0);
    const opened = [{ index: 4, salt: deriveSalt(destroyed, 'event-4'), bytes: eventOf(4) }];
    expect(await codes(log)).toEqual([]);
    expect(await codes({ ...log, opened })).toEqual(['opened-mismatch@4']);
    expect(Buffer.concat(leaves).toString()).not.toContain('Jane');
  });

  it('counts all faults and lists the first', async () => {
    const log = await goodLog();
    const report = await verifyLog({ ...log, entries: Array.from({ length: 60 }, () => 'x'), maxFaults: 3 });
    expect(report.faults).toHaveLength(3);
    expect(report.faultCount).toBe(60 + 4);
  });

  it('passes on what its source throws', async () => {
    async function* broken(): AsyncGenerator<LeafData> {
      yield leaves[0]!;
      throw new Error('disk');
    }
    await expect(verifyLog({ ...(await goodLog()), entries: broken() })).rejects.toThrow('disk');
  });
});
