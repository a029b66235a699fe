import { commit, deriveSalt } from '../entry/commitment.js';
import { entryLeaf } from '../entry/entry.js';
import { leafHash } from '../merkle/hash.js';
import { HashIndex } from '../merkle/hash-index.js';
import { inclusionProof } from '../merkle/inclusion-proof.js';
import { Frontier } from '../merkle/frontier.js';
import { formatCheckpointText } from '../note/checkpoint.js';
import { logSigner, verifierOf, witnessA } from '../note/keys.fixture.js';
import { openCheckpoint } from '../note/open-checkpoint.js';
import { signNote } from '../note/sign-note.js';
import { formatTlogProof, verifyTlogProof } from '../note/tlog-proof.js';

// These bytes were accepted by golang.org/x/mod v0.42.0 (sumdb/note, sumdb/tlog) and by
// github.com/transparency-dev/{merkle v0.0.2, formats v0.1.1}; whoever changes them has left the standards.
const LOG_KEY = 'audit.example/bank+4827fadf+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c';
const WITNESS_KEY = 'witness.example/a+81d624fa+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU';
const CHECKPOINT_OF_7 = `audit.example/bank
7
3d9j5zotQ3tK+u0wGG9zbSObCi0GQN1+cjgiT3ql4Y4=

— audit.example/bank SCf63wD7NUNtweua4yZiRC9zJagE50Q1ixAHC+eRjcIePh0qvzvYa4MLXJNF6U1IYGz1RJRREpdz4GjH0aQ2OS5JegI=
— witness.example/a gdYk+gAAAABpVbkA2P0HXwjzlnoCTMqcQiMBYpFG2sB0GDX1vlNvKkO4FkDCm2I8o4SJ9QeGdJQaLuPOmRDzdQ39ZOlPiipl23ARAw==
`;
const PROOF_OF_613 = `c2sp.org/tlog-proof@v1
index 613
jAvFQB3VjIjBw3mSBnnPjRYQlR//SVy4kSgLy14myEQ=
utJA0z/lHjsOoUJpo0Qh8mG6KeHkkgScYFB6pIYLiw4=
Kv4nRL5He1+4Aw+IQn0c3atCBDCd9C5OX3v0vXnmBHM=
jWAqqK/Rv2nf0wecXe8OuAfGVJHcDNMrLhpxiUYHS7s=
0ngaZunUj/FA+OfvgwWm29i1DxqRA5uI6F5hPE07uMU=
skZ7B4NYz0Jv4KbqALt8LY1dn85fbFm9euiklh7aT+E=
277iChTAiYIEj++ltxiQDDJXFVb751GXZgHCtQzgAkI=
iLHMaFWN46OBHhrTXwBbMVvXMfhF7xgAPIx1hNFZVtE=
oNcPbWntOQEbt83fLuH5Eb5rpSZfan4j09IUyzGy/JI=
Xms4f+gX3QJLhKzADYuBB6TKUPlKtEzgBDzyCP2ygn4=

audit.example/bank
1000
qpOXNNvRqG5uYHChslphGxCyhr7quckjnZMuga+C/Z0=

— audit.example/bank SCf63+174mbEwIZIZXNe+GywbRXZEPzwqmLkrjjVkRxd+w18dpw8Hq8LmeFebkAFEwUqGEIZodqbbSwT+XCZHSN3HAA=
— witness.example/a gdYk+gAAAABpVbkAf6aIGl0m0gBHYX9tu7bFZ5qTA8kp3Sv+jne6amrXNN7kQxXwX5IIY+w1BabKD2DdMds74TINfcXvh9su6koCCQ==
`;
// Signed by golang.org/x/mod/sumdb/note and cosigned by transparency-dev/formats with the same keys.
const SIGNED_BY_GO = `audit.example/bank
42
SBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=

— audit.example/bank SCf637lD1XLShiy6cY+j9DucyOZx/XPoFuExtOggwJEOLWhGtgGHDH2drDFRMnpsd7fScQIOGUePSvGLazcpvOQXwwk=
— witness.example/a gdYk+gAAAABrA1sJfBENCIwLBrz5c0UEk8n7PXYihi0ElUZ/QXEQ33wFto8wzC6YaRR1JHADXE/sShmLtrnUkKkgjZc577JkIEZtBw==
`;

const trust = {
  origin: logSigner.name,
  log: [verifierOf(LOG_KEY)],
  witnesses: [verifierOf(WITNESS_KEY)],
  quorum: 1,
};

function leafOf(i: number): Uint8Array {
  const id = `event-${i}`;
  const commitment = commit(Buffer.from(`event bytes ${i}`), deriveSalt(Buffer.alloc(32, 3), id));
  const time = new Date(1_767_225_600_000 + i).toISOString();
  return entryLeaf({ v: 1, id, type: 'baton.dialog.v1.TurnUnderstood', time, commitment });
}

function logOf(size: number) {
  const frontier = new Frontier();
  const nodes = new HashIndex();
  for (let i = 0; i < size; i++) frontier.append(leafHash(leafOf(i)), nodes.add);
  const text = formatCheckpointText({ origin: logSigner.name, size, root: frontier.root() });
  return { nodes, text };
}

describe('agreement with the Go implementations', () => {
  it('on the keys', () => {
    expect([logSigner.verifierKey, witnessA.verifierKey]).toEqual([LOG_KEY, WITNESS_KEY]);
  });

  it('on entries, tree, checkpoint, signature and cosignature, byte for byte', async () => {
    expect(await signNote(logOf(7).text, [logSigner, witnessA])).toBe(CHECKPOINT_OF_7);
  });

  it('on a proof file, byte for byte', async () => {
    const { nodes, text } = logOf(1000);
    const checkpoint = await signNote(text, [logSigner, witnessA]);
    const proof = await inclusionProof(613, 1000, nodes.read);
    expect(formatTlogProof({ index: 613, proof, checkpoint })).toBe(PROOF_OF_613);
    expect(verifyTlogProof(PROOF_OF_613, leafOf(613), trust)).toMatchObject({
      ok: true,
      value: { index: 613 },
    });
  });

  it('on what they signed', () => {
    expect(openCheckpoint(SIGNED_BY_GO, trust)).toMatchObject({
      ok: true,
      value: { checkpoint: { size: 42 }, cosignatures: [{ name: witnessA.name, time: 1_795_382_025 }] },
    });
  });
});
