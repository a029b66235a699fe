import type { RoutingConfig } from '@baton/packs';
import { meets } from '@baton/policy';
import { queueOf, type Place } from '../domain/handoff/queue-view.js';
import type { SlotKind } from '../domain/workforce/slot.js';
import type { FreeAgent } from './agent-index.js';
import { isExcluded } from './find-agent.js';
import { requirementsOf } from './requirements.js';
import { servedFirst, type Bucket, type Waiting, type WaitingLine } from './waiting-line.js';

/** What the search for a caller needs to know. */
export interface PlaceSearch {
  readonly agent: FreeAgent;
  readonly now: number;
  canTake(kind: SlotKind): boolean;
  routingOf(place: Place): RoutingConfig;
  /** Whether somebody is held for the place already. */
  isTaken(place: Place): boolean;
}

/** The caller this agent is to be offered first, among those they may take now: whose turn comes first. */
export function findPlace(line: WaitingLine, search: PlaceSearch): Place | undefined {
  let best: Waiting | undefined;
  for (const bucket of line.buckets()) best = firstFor(bucket, best, search) ?? best;
  return best?.place;
}

/** The first of a bucket whom the agent may take, as long as they are served before `best`. */
function firstFor(
  { waiting, kind }: Bucket,
  best: Waiting | undefined,
  { agent, now, canTake, routingOf, isTaken }: PlaceSearch,
): Waiting | undefined {
  if (!canTake(kind)) return undefined;
  for (const who of waiting) {
    if (best && servedFirst(best, who) < 0) return undefined;
    const { place } = who;
    const routing = routingOf(place);
    const waitedSeconds = (now - place.waitingSince) / 1000;
    const requirements = requirementsOf(queueOf(routing, place.queue), waitedSeconds, routing);
    // Whoever comes later in a bucket asks for the same or more.
    if (!meets(agent, requirements, place).ok) return undefined;
    if (place.queueOpen && !isTaken(place) && !isExcluded(place, agent, now)) return who;
  }
  return undefined;
}
