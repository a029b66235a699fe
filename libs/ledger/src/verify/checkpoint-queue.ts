import type { Hash } from '../merkle/hash.js';
import { openCheckpoint, type LogTrust } from '../note/open-checkpoint.js';
import type { LogFaultCode } from './log-report.js';

/** A signed checkpoint that waits for the tree to reach its size. */
export interface PendingCheckpoint {
  /** Position in the given list. */
  readonly index: number;
  readonly size: number;
  readonly root: Hash;
  /** Whether it was larger than the one before it. */
  readonly inOrder: boolean;
}

/** Reports a fault: what, where, and one sentence. */
export type FaultSink = (code: LogFaultCode, index: number, message: string) => void;

/** The checkpoints a log signed, smallest first; those that cannot be believed or shrink are reported. */
export function checkpointQueue(
  notes: readonly string[],
  trust: LogTrust,
  fault: FaultSink,
): PendingCheckpoint[] {
  const queue: PendingCheckpoint[] = [];
  let largest = -1;
  for (const [index, note] of notes.entries()) {
    const opened = openCheckpoint(note, trust);
    if (!opened.ok) {
      fault(opened.error.code, index, opened.error.message);
      continue;
    }
    const { size, root } = opened.value.checkpoint;
    const inOrder = size > largest;
    if (!inOrder) fault('checkpoint-order', index, `Size ${size} does not grow beyond ${largest}.`);
    largest = Math.max(largest, size);
    queue.push({ index, size, root, inOrder });
  }
  return queue.sort((a, b) => a.size - b.size || a.index - b.index);
}
