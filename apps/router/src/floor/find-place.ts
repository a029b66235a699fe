import type { RoutingConfig } from '@baton/packs';
import { meets, requirementsAt } from '@baton/policy';
import { queueOf, type Place } from '../domain/handoff/queue-view.js';
import type { FreeAgent } from './agent-index.js';
import { isExcluded } from './find-agent.js';
import { servedFirst, type Bucket, type WaitingLine } from './waiting-line.js';

/** The caller this agent is to be offered first: highest priority, then longest waiting, among those they may take now. */
export function findPlace(
  agent: FreeAgent,
  line: WaitingLine,
  routingOf: (place: Place) => RoutingConfig,
  now: number,
  isTaken: (place: Place) => boolean,
): Place | undefined {
  let best: Place | undefined;
  for (const bucket of line.buckets()) {
    const first = firstFor(agent, bucket, routingOf, now, isTaken);
    if (first && (!best || servedFirst(first, best) < 0)) best = first;
  }
  return best;
}

function firstFor(
  agent: FreeAgent,
  { places }: Bucket,
  routingOf: (place: Place) => RoutingConfig,
  now: number,
  isTaken: (place: Place) => boolean,
): Place | undefined {
  for (const place of places) {
    const routing = routingOf(place);
    const waitedSeconds = (now - place.waitingSince) / 1000;
    const requirements = requirementsAt(queueOf(routing, place.queue), waitedSeconds, routing);
    // Whoever comes later in a bucket asks for the same or more.
    if (!meets(agent, requirements, place).ok) return undefined;
    if (place.queueOpen && !isTaken(place) && !isExcluded(place, agent, now)) return place;
  }
  return undefined;
}
