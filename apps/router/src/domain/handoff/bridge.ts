import { HandoffConnected, HandoffFailed } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { bridgeWithinMs, enter, type Handoff, type HandoffOutcome } from './handoff.js';
import type { QueueView } from './queue-view.js';
import { rescind } from './rescind.js';

/** The agent holds the speech lease and reads the packet; the caller is being joined. */
export function briefed(handoff: Handoff, agentId: string, now: number): HandoffOutcome | undefined {
  if (handoff.state !== 'accepted' || handoff.agent?.agentId !== agentId) return undefined;
  // The time to bridge runs from the acceptance.
  return { handoff: { ...enter(handoff, 'briefing', now), since: handoff.since }, events: [] };
}

/** Caller and agent hear each other. A bridge that comes after the transfer was given up changes nothing. */
export function callerBridged(handoff: Handoff, agentId: string, now: number): HandoffOutcome | undefined {
  if (!isBridging(handoff) || handoff.agent?.agentId !== agentId) return undefined;
  const timeToHumanMs = Math.max(0, now - handoff.requestedAt);
  return {
    handoff: enter(handoff, 'bridged', now),
    events: [
      draft(HandoffConnected, handoff.conversationId, {
        handoffId: handoff.handoffId,
        agentId,
        timeToHumanMs,
      }),
    ],
  };
}

/**
 * Caller and agent were not brought together in time: the agent is let go and the bot goes on rather than silence. If this process
 * began meanwhile, the bridge may be on its way: it gets its time once more.
 */
export function notBridged(handoff: Handoff, { now, runningSince }: QueueView): HandoffOutcome | undefined {
  if (!isBridging(handoff) || now < handoff.since + bridgeWithinMs) return undefined;
  if (handoff.since < runningSince) return { handoff: { ...handoff, since: now }, events: [] };
  const reason = 'not-bridged';
  return {
    handoff: enter(handoff, 'failed', now, { reason }),
    events: [
      ...rescind(handoff, reason),
      draft(HandoffFailed, handoff.conversationId, { handoffId: handoff.handoffId, reason }),
    ],
  };
}

function isBridging({ state }: Handoff): boolean {
  return state === 'accepted' || state === 'briefing';
}
