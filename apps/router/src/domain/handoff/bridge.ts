import { HandoffConnected, HandoffFailed } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { bridgeWithinMs, enter, kindOf, reached, type Handoff, type HandoffOutcome } from './handoff.js';
import { timesMessage } from './event-parts.js';
import type { QueueView } from './queue-view.js';
import { rescind } from './rescind.js';

/** The agent holds the speech lease and reads the packet; the caller is being joined. */
export function briefed(handoff: Handoff, agentId: string, now: number): HandoffOutcome | undefined {
  if (handoff.state !== 'accepted' || handoff.agent?.agentId !== agentId) return undefined;
  // The time to bridge runs from the acceptance.
  return { handoff: { ...enter(handoff, 'briefing', now), since: handoff.since }, events: [] };
}

/** Caller and agent hear each other. A bridge that comes after the transfer was given up changes nothing. */
export function callerBridged(
  handoff: Handoff,
  agentId: string,
  now: number,
  leaseToken = 0,
): HandoffOutcome | undefined {
  if (!isBridging(handoff) || handoff.agent?.agentId !== agentId) return undefined;
  const timeToHumanMs = Math.max(0, now - handoff.requestedAt);
  const joined = reached(enter(handoff, 'bridged', now), 'bridgedAt', now);
  const bridged = { ...joined, leaseToken: Math.max(leaseToken, handoff.leaseToken ?? 0) };
  return {
    handoff: bridged,
    events: [
      draft(HandoffConnected, handoff.conversationId, {
        handoffId: handoff.handoffId,
        agentId,
        timeToHumanMs,
        times: timesMessage(bridged),
        previousHandoffId: handoff.previous?.handoffId ?? '',
      }),
    ],
  };
}

/**
 * Caller and agent were not brought together in time: the agent is let go and the bot goes on rather than silence. If this process
 * began meanwhile, the bridge may be on its way: it gets its time once more.
 */
export function notBridged(handoff: Handoff, { now, runningSince }: QueueView): HandoffOutcome | undefined {
  if (!isBridging(handoff) || now < handoff.since + bridgeTimeMs(handoff)) return undefined;
  if (handoff.since < runningSince) return { handoff: { ...handoff, since: now }, events: [] };
  return transferFailed(handoff, 'not-bridged', now);
}

/** Ends a handoff that cannot be made. Where a colleague was to be joined, the caller goes back to the agent who asked; else to the bot. */
export function transferFailed(handoff: Handoff, reason: string, now: number): HandoffOutcome {
  const back = kindOf(handoff) === 'consult' ? handoff.previous : undefined;
  return {
    handoff: enter(handoff, 'failed', now, { reason }),
    events: [
      ...rescind(handoff, reason),
      draft(HandoffFailed, handoff.conversationId, {
        handoffId: handoff.handoffId,
        reason,
        previousHandoffId: back?.handoffId ?? '',
        previousAgentId: back?.agentId ?? '',
      }),
    ],
  };
}

/** Somebody who is rung may let it ring before they hear the agent. */
export function bridgeTimeMs({ callback }: Handoff): number {
  return bridgeWithinMs + (callback ? callback.ringSeconds * 1000 : 0);
}

function isBridging({ state }: Handoff): boolean {
  return state === 'accepted' || state === 'briefing';
}
