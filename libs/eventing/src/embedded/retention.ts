import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '@baton/kernel';
import type { BatchPosition, LogStore } from './log-store.js';

/** When records may go. They go only after every live group has passed them. */
export interface Retention {
  /** Milliseconds. Default seven days. Also how long a group that does nothing still counts as live. */
  readonly maxAgeMs: number;
  /** Default two million. */
  readonly maxRecords: number;
}

export const DEFAULT_RETENTION: Retention = { maxAgeMs: 7 * 24 * 60 * 60_000, maxRecords: 2_000_000 };

export interface TrimReport {
  readonly deletedRecords: number;
}

/** Rows looked at per step; between steps the event loop goes on. */
const STEP = 200;

export interface TrimTarget {
  readonly store: LogStore;
  readonly clock: Clock;
  readonly retention: Retention;
  /** Groups with members right now: they count as live however long they had nothing to do. */
  readonly activeGroups: () => ReadonlySet<string>;
  /** Records held in the whole log. */
  readonly size: () => number;
  /** The offset the next record of a partition gets. */
  readonly next: (topicId: number, partition: number) => number;
}

/**
 * Deletes what is older than the retention or in excess of it, oldest first, in small steps. The last batch of a partition always
 * stays, because it says which offset comes next.
 */
export async function trim(target: TrimTarget, signal: AbortSignal): Promise<TrimReport> {
  const { store, clock, retention } = target;
  const oldestKept = clock.now() - retention.maxAgeMs;
  let excess = target.size() - retention.maxRecords;
  let deletedRecords = 0;
  let seq = 0;
  for (;;) {
    if (signal.aborted) return { deletedRecords };
    const rows = store.oldest(seq, STEP);
    const passed = new Map<string, number>();
    const doomed: number[] = [];
    for (const row of rows) {
      seq = row.seq;
      if (row.time >= oldestKept && excess <= 0) {
        store.delete(doomed);
        return { deletedRecords };
      }
      if (!mayGo(row, target, passed, oldestKept)) continue;
      doomed.push(row.seq);
      excess -= row.count;
      deletedRecords += row.count;
    }
    store.delete(doomed);
    if (rows.length < STEP) return { deletedRecords };
    await nextTurn();
  }
}

function mayGo(
  row: BatchPosition,
  target: TrimTarget,
  passed: Map<string, number>,
  liveSince: number,
): boolean {
  const end = row.base + row.count;
  if (end >= target.next(row.topicId, row.partition)) return false;
  const key = `${row.topicId}/${row.partition}`;
  let slowest = passed.get(key);
  if (slowest === undefined) {
    const active = target.activeGroups();
    slowest = target.store
      .committed(row)
      .filter((committed) => committed.seenAt >= liveSince || active.has(committed.group))
      .reduce((least, committed) => Math.min(least, committed.offset), Number.POSITIVE_INFINITY);
    passed.set(key, slowest);
  }
  return end <= slowest;
}
