import type { QueueConfig, RoutingConfig } from '@baton/packs';
import { estimateWait } from '@baton/policy';
import type { Handoff } from './handoff.js';

/** What a handoff's decisions need of the world. */
export interface QueueView {
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** Since when this process runs: what others owed before that, they may not have been able to give. */
  readonly runningSince: number;
  readonly routing: RoutingConfig;
  /** Of the pack, first is the default. */
  readonly languages: readonly string[];
  /** How the queue looks from this handoff's place. */
  measure(place: Place): QueueFacts;
}

/** A place in a queue. */
export type Place = Pick<
  Handoff,
  | 'handoffId'
  | 'conversationId'
  | 'tenantId'
  | 'packSha256'
  | 'queue'
  | 'queueOpen'
  | 'priority'
  | 'language'
  | 'skills'
  | 'waitingSince'
  | 'excluded'
  | 'channel'
  | 'caller'
  | 'knownAgents'
  | 'traceparent'
>;

export interface QueueFacts {
  /** 1 is next. */
  readonly position: number;
  /** Agents signed in who serve the queue, free or not. */
  readonly serving: number;
  /** Whether an agent is free for this place now, those before it counted. */
  readonly agentFree: boolean;
  /** Until one is, as far as what is measured tells; absent where nobody at work will serve the place. */
  readonly expectedWaitSeconds?: number;
}

/** The queue of that name; a pack that was changed since may lack it, and then its default queue counts. */
export function queueOf(routing: RoutingConfig, name: string): QueueConfig {
  const named = (wanted: string) => routing.queues.find((queue) => queue.name === wanted);
  return named(name) ?? named(routing.defaultQueue) ?? routing.queues[0]!;
}

/** Seconds until a person is there: 0 where one is free. With nobody signed in, as if one agent were. */
export function expectedWaitSeconds(
  { position, serving, agentFree, expectedWaitSeconds }: QueueFacts,
  routing: RoutingConfig,
): number {
  if (agentFree) return 0;
  if (expectedWaitSeconds !== undefined) return Math.ceil(expectedWaitSeconds);
  const { averageHandleSeconds } = routing;
  return Math.ceil(
    estimateWait({ position, agentsServing: Math.max(1, serving), averageHandleSeconds }) ?? 0,
  );
}
