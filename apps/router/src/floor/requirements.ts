import type { QueueConfig, RoutingConfig } from '@baton/packs';
import { requirementsAt, type Requirements } from '@baton/policy';

const known = new WeakMap<QueueConfig, Requirements[]>();

/** `requirementsAt`, worked out once for each number of steps reached: between two steps nothing changes. */
export function requirementsOf(
  queue: QueueConfig,
  waitedSeconds: number,
  routing: RoutingConfig,
): Requirements {
  let made = known.get(queue);
  if (!made) known.set(queue, (made = []));
  let reached = 0;
  for (const { afterSeconds } of queue.steps) if (waitedSeconds >= afterSeconds) reached += 1;
  return (made[reached] ??= requirementsAt(queue, waitedSeconds, routing));
}
