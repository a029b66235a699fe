import { parentPort } from 'node:worker_threads';
import { errorCode } from '@baton/kernel';
import { commit, HASH_BYTES, leafHash } from '@baton/ledger';
import { leafOf } from '../domain/seal-event.js';
import type { SealAnswer, SealQuestion } from './threaded-sealer.js';
import { saltAt } from './sealer.js';

// The thread of `threadedSealer`: all hashing of a batch.
parentPort?.on('message', (question: SealQuestion) => {
  try {
    const answer = seal(question);
    parentPort?.postMessage(answer, [answer.hashes.buffer as ArrayBuffer]);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : '';
    parentPort?.postMessage({ id: question.id, failure: { code: errorCode(thrown), message } });
  }
});

function seal({ id, texts, leaves, salts }: SealQuestion): Extract<SealAnswer, { hashes: Uint8Array }> {
  const hashes = Buffer.allocUnsafeSlow(texts.length * HASH_BYTES);
  let commitments = '';
  for (const [i, text] of texts.entries()) {
    const commitment = commit(Buffer.from(text, 'utf8'), saltAt(salts, i));
    commitments += commitment;
    hashes.set(leafHash(leafOf(leaves[i]!, commitment)), i * HASH_BYTES);
  }
  return { id, commitments, hashes };
}
