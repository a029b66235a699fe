import type { CompiledQueue } from './compile-routing.js';
import { callerValues, type WaitingCaller } from './caller-facts.js';
import type { QueuePolicy } from './routing-policy.js';

/** One weight that counts for a caller. */
export interface HeadStartPart {
  readonly when: string;
  readonly add: number;
}

/** How many seconds of waiting a caller is given for what they are; the weights that hold, in file order. */
export interface HeadStart {
  readonly seconds: number;
  readonly parts: readonly HeadStartPart[];
}

/** A weight that cannot be evaluated counts nothing. Deterministic: it does not change while the caller waits. */
export function headStart(queue: CompiledQueue, caller: WaitingCaller): HeadStart {
  const values = callerValues({ ...caller, waitedSeconds: 0 });
  const parts = queue.priority.flatMap(({ condition, source }) => {
    try {
      return condition.test(values) ? [{ when: source.when, add: source.add }] : [];
    } catch {
      return [];
    }
  });
  return { seconds: parts.reduce((sum, { add }) => sum + add, 0), parts };
}

/** After how many seconds of waiting the service level pulls a caller of this queue forward, and by how much; none where it does not. */
export function pullOf({
  serviceLevel,
}: QueuePolicy): { readonly afterSeconds: number; readonly add: number } | undefined {
  if (serviceLevel?.pull === undefined) return undefined;
  const { beforeSeconds, add } = serviceLevel.pull;
  return { afterSeconds: Math.max(0, serviceLevel.seconds - beforeSeconds), add };
}

/**
 * The bound of waiting: whoever enters the queue more than this many seconds after a caller is never served before them by the same
 * agents. The spread of all head starts a queue can give, the pull of its service level included.
 */
export function longestOvertaking(queue: CompiledQueue, policy: QueuePolicy): number {
  const adds = queue.priority.map(({ source }) => source.add);
  const most = adds.reduce((sum, add) => sum + Math.max(0, add), 0);
  const least = adds.reduce((sum, add) => sum + Math.min(0, add), 0);
  return most - least + Math.max(0, pullOf(policy)?.add ?? 0);
}
