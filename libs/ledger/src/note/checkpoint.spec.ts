import fc from 'fast-check';

import { leafHash } from '../merkle/hash.js';
import { inclusionProof } from '../merkle/inclusion-proof.js';
import { flipBit, someLeaves, treeOf } from '../merkle/tree.fixture.js';
import { formatCheckpointText, parseCheckpointText } from './checkpoint.js';
import { joinCosignature, splitCosignature } from './cosignature.js';
import { fixedClock, logSigner, testKey, verifierOf, witnessA, witnessB } from './keys.fixture.js';
import { openCheckpoint, type LogTrust } from './open-checkpoint.js';
import { addSignatures, signNote } from './sign-note.js';
import { ed25519Signer } from './signer.js';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.js';

const ROOT = Buffer.alloc(32, 5).toString('base64');
const checkpoint = { origin: logSigner.name, size: 7, root: leafHash(Buffer.from('root')) };
const text = formatCheckpointText(checkpoint);
const trust: LogTrust = {
  origin: logSigner.name,
  log: [verifierOf(logSigner.verifierKey)],
  witnesses: [verifierOf(witnessA.verifierKey), verifierOf(witnessB.verifierKey)],
};

describe('checkpoint text', () => {
  it('is the example of the specification, read and written', () => {
    const example = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    const read = parseCheckpointText(example);
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 });
    expect(formatCheckpointText(read.value)).toBe(example);
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.uint8Array({ minLength: 32, maxLength: 32 }), (size, root) => {
        const read = parseCheckpointText(
          formatCheckpointText({ origin: 'o', size, root, extensions: ['x y'] }),
        );
        expect(read).toMatchObject({ ok: true, value: { size, extensions: ['x y'] } });
        expect(read.ok && Buffer.compare(read.value.root, root)).toBe(0);
      }),
    );
  });

  it.each([
    ['an empty origin', `\n1\n${ROOT}\n`],
    ['a leading zero', `o\n01\n${ROOT}\n`],
    ['a sign', `o\n+1\n${ROOT}\n`],
    ['a negative size', `o\n-1\n${ROOT}\n`],
    ['a fraction', `o\n1.0\n${ROOT}\n`],
    ['a hex size', `o\n0x1\n${ROOT}\n`],
    ['no size', `o\n\n${ROOT}\n`],
    ['a size of 2^53', `o\n9007199254740992\n${ROOT}\n`],
    ['a short root', `o\n1\nAAAA\n`],
    ['an unpadded root', `o\n1\n${ROOT.slice(0, -1)}\n`],
    ['two lines', `o\n1\n`],
    ['an empty extension', `o\n1\n${ROOT}\n\n`],
    ['no last newline', `o\n1\n${ROOT}`],
  ])('refuses %s', (_, malformed) => {
    expect(parseCheckpointText(malformed)).toMatchObject({
      ok: false,
      error: { code: 'checkpoint-malformed' },
    });
  });

  it.each([
    { ...checkpoint, origin: '' },
    { ...checkpoint, origin: 'a\n5' },
    { ...checkpoint, size: 1.5 },
    { ...checkpoint, size: -1 },
    { ...checkpoint, root: Buffer.alloc(20) },
    { ...checkpoint, extensions: ['a\nb'] },
    { ...checkpoint, extensions: [''] },
  ])('is not written from fields that do not fit: %#', (bad) => {
    expect(() => formatCheckpointText(bad)).toThrow('does not fit');
  });
});

describe('opening a checkpoint', () => {
  it('believes the log, and tells when each witness saw it', async () => {
    const note = await signNote(text, [logSigner, witnessA, witnessB]);
    const opened = openCheckpoint(note, { ...trust, quorum: 2 });
    expect(opened).toMatchObject({ ok: true, value: { checkpoint: { size: 7 } } });
    const time = fixedClock.now() / 1000;
    expect(opened.ok && opened.value.cosignatures).toMatchObject([
      { name: witnessA.name, time },
      { name: witnessB.name, time },
    ]);
  });

  it('refuses any change to a cosignature, its time included', async () => {
    const note = await signNote(text, [logSigner, witnessA]);
    const [head, line] = note.split(`— ${witnessA.name} `) as [string, string];
    const bytes = Buffer.from(line, 'base64');
    fc.assert(
      fc.property(fc.integer({ min: 32, max: bytes.length * 8 - 1 }), (bit) => {
        const changed = Buffer.from(flipBit(bytes, bit)).toString('base64');
        const result = openCheckpoint(`${head}— ${witnessA.name} ${changed}\n`, trust);
        expect(result).toMatchObject({ ok: false, error: { code: 'note-signature-invalid' } });
      }),
    );
  });

  it('reads no cosignature that is too short or from beyond any calendar', () => {
    const signature = Buffer.alloc(64);
    expect(splitCosignature(joinCosignature({ time: 2 ** 53 - 1, signature }))?.time).toBe(2 ** 53 - 1);
    expect(splitCosignature(joinCosignature({ time: 2 ** 53, signature }))).toBeUndefined();
    expect(splitCosignature(joinCosignature({ time: 1, signature: signature.subarray(1) }))).toBeUndefined();
  });

  it('does not take a witness for the log', async () => {
    const note = await signNote(text, [witnessA]);
    expect(openCheckpoint(note, trust)).toMatchObject({ error: { code: 'note-unsigned' } });
  });

  it('counts a witness once, however often it signs', async () => {
    const once = await signNote(text, [logSigner, witnessA]);
    const line = once.slice(once.indexOf(`— ${witnessA.name}`));
    expect(openCheckpoint(once + line, { ...trust, quorum: 2 })).toMatchObject({
      error: { code: 'checkpoint-quorum' },
    });
  });

  it('refuses another log and a note that is no checkpoint', async () => {
    const other = formatCheckpointText({ ...checkpoint, origin: 'other.example' });
    expect(openCheckpoint(await signNote(other, [logSigner]), trust)).toMatchObject({
      error: { code: 'checkpoint-origin' },
    });
    expect(openCheckpoint(await signNote('hello\n', [logSigner]), trust)).toMatchObject({
      error: { code: 'checkpoint-malformed' },
    });
  });

  it('accepts either key while the log changes keys', async () => {
    const successor = ed25519Signer(logSigner.name, testKey(8));
    const keys = [verifierOf(logSigner.verifierKey), verifierOf(successor.verifierKey)];
    const note = await addSignatures(await signNote(text, [successor]), [witnessA]);
    expect(openCheckpoint(note, { ...trust, log: keys }).ok).toBe(true);
    expect(openCheckpoint(note, trust).ok).toBe(false);
  });

  it('cosigns nothing but checkpoints', async () => {
    await expect(signNote('hello\n', [witnessA])).rejects.toMatchObject({
      code: 'ledger-checkpoint-invalid',
    });
  });
});

describe('proof file', () => {
  const leaves = someLeaves(21);
  const tree = treeOf(leaves);
  const proofOf = async (index: number, extra?: Uint8Array) => {
    const root = tree.frontier.root();
    const note = await signNote(formatCheckpointText({ origin: logSigner.name, size: 21, root }), [
      logSigner,
    ]);
    const proof = await inclusionProof(index, 21, tree.source);
    return formatTlogProof({ index, proof, checkpoint: note, ...(extra && { extra }) });
  };

  it('stands alone', async () => {
    const text = await proofOf(13, Buffer.from('salt'));
    expect(text.startsWith('c2sp.org/tlog-proof@v1\nextra c2FsdA==\nindex 13\n')).toBe(true);
    expect(verifyTlogProof(text, leaves[13]!, trust)).toMatchObject({ ok: true, value: { index: 13 } });
    expect(verifyTlogProof(await proofOf(0), leaves[0]!, trust)).toMatchObject({
      ok: true,
      value: { index: 0 },
    });
  });

  it('proves no other leaf, and not for another log', async () => {
    const text = await proofOf(13);
    expect(verifyTlogProof(text, leaves[12]!, trust)).toMatchObject({ error: { code: 'proof-mismatch' } });
    const stranger = { ...trust, log: [verifierOf(ed25519Signer('other.example', testKey(9)).verifierKey)] };
    expect(verifyTlogProof(text, leaves[13]!, stranger)).toMatchObject({ error: { code: 'note-unsigned' } });
  });

  it('is refused after any change to one character', async () => {
    const text = await proofOf(13);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('x', '\n', '0', '', 'A'), (at, character) => {
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        fc.pre(changed !== text);
        expect(verifyTlogProof(changed, leaves[13]!, trust).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['another version', 'c2sp.org/tlog-proof@v2\nindex 0\n\nx'],
    ['no checkpoint', 'c2sp.org/tlog-proof@v1\nindex 0\n'],
    ['no index', 'c2sp.org/tlog-proof@v1\nextra AAAA\n\nx'],
    ['bad extra data', 'c2sp.org/tlog-proof@v1\nextra !\nindex 0\n\nx'],
    ['an index with a leading zero', 'c2sp.org/tlog-proof@v1\nindex 00\n\nx'],
    ['a short hash', 'c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nx'],
  ])('is refused with %s', (_, malformed) => {
    expect(parseTlogProof(malformed)).toMatchObject({ ok: false, error: { code: 'tlog-proof-malformed' } });
  });

  it('is not written from fields that do not fit', () => {
    expect(() => formatTlogProof({ index: -1, proof: [], checkpoint: 'x' })).toThrow('cannot be written');
  });
});
