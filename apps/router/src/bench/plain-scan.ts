import type { RoutingConfig } from '@baton/packs';
import { headStart } from '@baton/policy';
import { isExcluded } from '../floor/find-agent.js';
import type { FreeAgent } from '../floor/agent-index.js';
import { AgentScore, callerOf, compareScored, type ScoredAgent } from '../floor/agent-score.js';
import { queuePull, queueRules } from '../floor/routing-rules.js';
import { servedFirst, waiting, type Waiting } from '../floor/waiting-line.js';
import type { Place } from '../domain/handoff/queue-view.js';

/** The best agent for a caller by looking at all of them: what the index is measured against. */
export function scanAgents(
  place: Place,
  agents: readonly FreeAgent[],
  routing: RoutingConfig,
  now: number,
): ScoredAgent | undefined {
  const scoring = new AgentScore(place, routing, now);
  let best: ScoredAgent | undefined;
  for (const agent of agents) {
    if (!scoring.fits(agent).ok || isExcluded(place, agent, now)) continue;
    const scored = scoring.of(agent);
    if (!best || compareScored(scored, best) < 0) best = scored;
  }
  return best;
}

/** The caller an agent is to take by looking at all of them. */
export function scanPlaces(
  agent: FreeAgent,
  places: readonly Place[],
  routing: RoutingConfig,
  now: number,
): Place | undefined {
  let best: Waiting | undefined;
  for (const place of places) {
    if (!new AgentScore(place, routing, now).fits(agent).ok) continue;
    const who = rankedPlace(place, routing, now);
    if (!best || servedFirst(who, best) < 0) best = who;
  }
  return best?.place;
}

/** A caller with their turn, worked out from the weights. */
export function rankedPlace(place: Place, routing: RoutingConfig, now: number): Waiting {
  const { seconds } = headStart(queueRules(routing, place.queue), callerOf(place));
  const pull = queuePull(routing, place.queue);
  const pulled = pull !== undefined && now - place.waitingSince >= pull.afterSeconds * 1000;
  return waiting(place, { headStartSeconds: seconds, ...(pull ? { pull } : {}) }, pulled);
}
