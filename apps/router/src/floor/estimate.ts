import type { RoutingConfig } from '@baton/packs';
import { queueOf } from '../domain/handoff/queue-view.js';
import { slotKindOf } from '../domain/workforce/slot.js';
import { primaryTag } from '../domain/words.js';
import { meanHandleSeconds, type HandleTime } from './handle-times.js';
import type { LineOf, Staff } from './staff.js';
import type { Waiting, WaitingLine } from './waiting-line.js';

/** What an estimate is made of. */
export interface EstimateFacts {
  readonly line: WaitingLine;
  readonly staff: Staff;
  readonly routing: RoutingConfig;
  readonly now: number;
  handleTime(queue: string): HandleTime | undefined;
}

/**
 * Seconds until this caller is answered while nobody is free for them. Callers who come before them, of any queue, are work for the agents
 * who could serve this one: each counts with the measured handle time of their queue, and by the share of their agents that are also
 * this caller's. Agents who share the work end calls at the rate the number of them gives; those whom a later step lets in
 * help from then on. Undefined where nobody at work will ever serve them.
 */
export function estimateSeconds(who: Waiting, facts: EstimateFacts): number | undefined {
  const { line, staff, routing, now } = facts;
  const { place } = who;
  const own: LineOf = {
    queue: queueOf(routing, place.queue).name,
    language: primaryTag(place.language),
    kind: slotKindOf(place.channel),
  };
  const seconds = (queue: string) => meanHandleSeconds(facts.handleTime(queue), routing.averageHandleSeconds);
  // Their own agent has to end a call first.
  let work = seconds(own.queue);
  for (const bucket of line.buckets()) {
    const before = line.before(bucket, who);
    if (before === 0) continue;
    const share = staff.overlap(own, bucket, now);
    work += before * share * seconds(bucket.queue);
  }
  return timeFor(work, staff.serving(own), Math.max(0, (now - place.waitingSince) / 1000));
}

/** When so many seconds of work are done by places that open while the caller waits. */
function timeFor(
  work: number,
  places: readonly { readonly fromSeconds: number; readonly slots: number }[],
  waited: number,
): number | undefined {
  let left = work;
  let slots = 0;
  let at = waited;
  for (const next of places) {
    const until = Math.max(at, next.fromSeconds);
    const done = slots * (until - at);
    if (slots > 0 && done >= left) break;
    left -= done;
    at = until;
    slots += next.slots;
  }
  return slots === 0 ? undefined : at - waited + left / slots;
}
