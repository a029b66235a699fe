/**
 * How fast the audit log appends and is verified on one core, beside bare SHA-256 on the same machine.
 * `--json` prints one object; `--entries N` sets the load.
 */
import { hash, randomBytes, type KeyObject } from 'node:crypto';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';

import {
  commit,
  deriveSalt,
  ed25519Signer,
  entryLeaf,
  formatCheckpointText,
  Frontier,
  HashIndex,
  inclusionProof,
  leafHash,
  privateKeyFromSeed,
  signNote,
  verifyInclusion,
  verifyLog,
} from '@baton/ledger';

const EVENT_BYTES = 512;
const CHECKPOINT_EVERY = 1000;
const ROUNDS = 5;

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, entries: { type: 'string', default: '100000' } },
});
const count = Number(values.entries);
if (!Number.isSafeInteger(count) || count < 1000) {
  console.error('--entries: write a whole number from 1000 up');
  process.exit(2);
}

const events = Array.from({ length: count }, () => randomBytes(EVENT_BYTES));
const saltKey = randomBytes(32);
const privateKey: KeyObject = privateKeyFromSeed(randomBytes(32));
const signer = ed25519Signer('bench.example/audit', privateKey);

/** What the auditor does with each event: salt, commitment, leaf, tree; a signed checkpoint each thousand. */
async function append() {
  const frontier = new Frontier();
  const nodes = new HashIndex();
  const leaves: Uint8Array[] = [];
  const checkpoints: string[] = [];
  for (const [i, event] of events.entries()) {
    const id = `0198f2c0-0000-7000-8000-${String(i).padStart(12, '0')}`;
    const commitment = commit(event, deriveSalt(saltKey, id));
    const leaf = entryLeaf({
      v: 1,
      id,
      type: 'baton.dialog.v1.TurnUnderstood',
      time: '2026-01-01T00:00:00.000Z',
      commitment,
    });
    frontier.append(leafHash(leaf), nodes.add);
    leaves.push(leaf);
    if (frontier.size % CHECKPOINT_EVERY === 0) {
      const text = formatCheckpointText({ origin: signer.name, size: frontier.size, root: frontier.root() });
      checkpoints.push(await signNote(text, [signer]));
    }
  }
  return { frontier, nodes, leaves, checkpoints };
}

/** The best of some rounds after one to warm up, in operations a second. */
async function perSecond(name: string, operations: number, work: () => unknown): Promise<number> {
  await work();
  let best = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const start = performance.now();
    await work();
    best = Math.max(best, operations / ((performance.now() - start) / 1000));
    console.error(`${name} ${round}/${ROUNDS}`);
  }
  return Math.round(best);
}

const log = await append();
const { size } = log.frontier;
const root = log.frontier.root();
const input = Buffer.alloc(65, 1);

const appendsPerSecond = await perSecond('append', count, append);
const verifiesPerSecond = await perSecond('verify', count, async () => {
  const report = await verifyLog({
    entries: log.leaves,
    checkpoints: log.checkpoints,
    verifierKey: signer.verifierKey,
  });
  if (report.faultCount > 0) throw new Error(`the log did not verify: ${JSON.stringify(report.faults[0])}`);
});
const treeAppendsPerSecond = await perSecond('tree', count, () => {
  const frontier = new Frontier();
  for (const leaf of log.leaves) frontier.append(leafHash(leaf));
});
const proofsPerSecond = await perSecond('proofs', 1000, async () => {
  for (let i = 0; i < 1000; i++) {
    const index = (i * 7919) % size;
    const claim = { leafHash: leafHash(log.leaves[index]!), index, size, root };
    if (!verifyInclusion(claim, await inclusionProof(index, size, log.nodes.read)).ok)
      throw new Error('no proof');
  }
});
const sha256PerSecond = await perSecond('sha256', count, () => {
  for (let i = 0; i < count; i++) hash('sha256', input, 'binary');
});

const report = {
  name: 'audit',
  machine: {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  },
  load: { entries: count, eventBytes: EVENT_BYTES, checkpointEvery: CHECKPOINT_EVERY, bestOf: ROUNDS },
  results: {
    appendsPerSecond,
    verifiesPerSecond,
    treeAppendsPerSecond,
    proofsPerSecond,
    baseline: { sha256PerSecond },
  },
};
if (values.json) console.log(JSON.stringify(report));
else {
  console.log(`audit on ${report.machine.cpu}, ${report.machine.cores} cores, Node ${report.machine.node}`);
  console.log(`${count} entries of ${EVENT_BYTES}-byte events, best of ${ROUNDS}`);
  console.table(report.results);
}
