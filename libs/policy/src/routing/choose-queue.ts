import { BatonError } from '@baton/kernel';
import { isOpen } from './opening-hours.js';
import type { HandoffNeed, QueuePolicy, RoutingPolicy } from './routing-policy.js';

/** Where a handoff goes. */
export interface QueueChoice {
  readonly queue: string;
  /** Whether people answer it now; where false, the caller hears the `closed` text and is offered a callback. */
  readonly open: boolean;
  /** One sentence for the record. */
  readonly why: string;
}

/**
 * The queue of a handoff at `now` (milliseconds since the epoch): the first in the list that serves any of its
 * skills, else the default queue. If that one is closed, the first open queue its own steps overflow to; an urgent
 * handoff then takes the default queue if that is open, rather than none. Deterministic.
 * Throws BatonError `unknown-queue` where the policy names a queue it does not have.
 */
export function chooseQueue(
  routing: RoutingPolicy,
  need: HandoffNeed & { readonly now: number },
): QueueChoice {
  const serving = routing.queues.find((queue) => queue.serves.some((skill) => need.skills.includes(skill)));
  const chosen = serving ?? queueNamed(routing, routing.defaultQueue);
  const why =
    serving === undefined ? whyDefault(need) : `${chosen.name} serves ${servedSkill(serving, need)}`;
  if (isOpen(chosen.hours, need.now)) return { queue: chosen.name, open: true, why: `${why}.` };
  const open = (queue: QueuePolicy): boolean => queue !== chosen && isOpen(queue.hours, need.now);
  const overflow = (chosen.steps ?? [])
    .flatMap((step) => (step.overflow === undefined ? [] : [queueNamed(routing, step.overflow)]))
    .find(open);
  if (overflow !== undefined) {
    return { queue: overflow.name, open: true, why: `${why}, is closed and overflows to ${overflow.name}.` };
  }
  const fallback = queueNamed(routing, routing.defaultQueue);
  if (need.priority === 'urgent' && open(fallback)) {
    return {
      queue: fallback.name,
      open: true,
      why: `${why} and is closed; urgent, so ${fallback.name} takes it.`,
    };
  }
  return { queue: chosen.name, open: false, why: `${why} and is closed.` };
}

/** The queue of that name. Throws BatonError `unknown-queue`. */
export function queueNamed(routing: RoutingPolicy, name: string): QueuePolicy {
  const queue = routing.queues.find((candidate) => candidate.name === name);
  if (queue === undefined)
    throw new BatonError('unknown-queue', `The routing policy has no queue "${name}".`);
  return queue;
}

function servedSkill(queue: QueuePolicy, need: HandoffNeed): string {
  return need.skills.find((skill) => queue.serves.includes(skill)) ?? 'it';
}

function whyDefault(need: HandoffNeed): string {
  return need.skills.length === 0
    ? 'no skill is asked for: the default queue'
    : `no queue serves ${need.skills.join(', ')}: the default queue`;
}
