import type { RoutingConfig } from '@baton/packs';
import type { AgentProfile } from '@baton/policy';
import { Floor, type Place, type RehearsedFloor } from '@baton/router';
import { byQueue, firstInFirstOut, FirstComeFloor, type MayTake } from './first-come-floor.js';

/** What a simulation compares: the pack's routing, first-in-first-out, and the longest idle agent of the queue. */
export const POLICIES = ['pack', 'fifo', 'longest-idle'] as const;

export type PolicyName = (typeof POLICIES)[number];

/** Callers somebody passed on are taken by agents who suit them only; true for everybody else. */
export type SuitsTransfer = (agent: AgentProfile, place: Place) => boolean;

/** An empty floor under a policy. */
export function floorUnder(
  policy: PolicyName,
  routing: RoutingConfig,
  suitsTransfer: SuitsTransfer,
): RehearsedFloor {
  if (policy === 'pack') return new Floor(() => routing);
  const rule = policy === 'fifo' ? firstInFirstOut() : byQueue(routing);
  const mayTake: MayTake = (agent, place) => rule(agent, place) && suitsTransfer(agent, place);
  return new FirstComeFloor(mayTake);
}
