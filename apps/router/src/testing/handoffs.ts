import { Channel } from '@baton/contracts';
import type { RoutingConfig } from '@baton/packs';
import type { Handoff, HandoffOutcome } from '../domain/handoff/handoff.js';
import { acceptOffer, offer } from '../domain/handoff/offer.js';
import { callerBridged } from '../domain/handoff/bridge.js';
import type { QueueFacts, QueueView } from '../domain/handoff/queue-view.js';
import { requestHandoff, type Escalation } from '../domain/handoff/request-handoff.js';
import { finishConversation } from '../domain/handoff/wrap-up.js';
import { bank } from './bank.js';

/** A Tuesday morning, when every queue of the bank is open. */
export const tuesday = Date.UTC(2026, 8, 8, 10);

export const escalation: Escalation = {
  handoffId: 'handoff-1',
  conversationId: 'call-1',
  tenantId: 'bank',
  packSha256: '',
  decisionId: 'decision-1',
  reasons: ['fraud'],
  skills: ['fraud'],
  language: 'en',
  priority: 'urgent',
  channel: Channel.CHANNEL_PHONE,
  requestedAt: tuesday,
  callerGone: false,
};

/** The bank's routing with times of its own, so that tests of time do not hang on the pack. */
export const routing: RoutingConfig = {
  ...bank().routing,
  offerSeconds: 20,
  wrapUpSeconds: 30,
  averageHandleSeconds: 300,
  callback: { offerAfterSeconds: 60, expireHours: 48 },
  announce: { ...bank().routing.announce, everySeconds: 20 },
};

/** How the world looks so many milliseconds after the request; by default nobody is free and one agent is at work. */
export function viewAfter(ms: number, facts: Partial<QueueFacts> = {}): QueueView {
  const { languages } = bank();
  return {
    now: tuesday + ms,
    runningSince: 0,
    routing,
    languages,
    measure: () => ({ position: 1, serving: 1, agentFree: false, ...facts }),
  };
}

/** Names of the events of an outcome. */
export function namesOf(outcome: HandoffOutcome | undefined): string[] {
  return (outcome?.events ?? []).map(({ type }) => type.type.slice(type.type.lastIndexOf('.') + 1));
}

export const agentA = { agentId: 'agent-a', token: 1 };

export function queued(change: Partial<Escalation> = {}): Handoff {
  return requestHandoff({ ...escalation, ...change }, viewAfter(0)).handoff;
}

export function offered(change: Partial<Escalation> = {}): Handoff {
  const reservation = { ...agentA, expiresAt: tuesday + 25_000, why: 'Serves fraud.' };
  return offer(queued(change), reservation, viewAfter(0))!.handoff;
}

export function accepted(): Handoff {
  return acceptOffer(offered(), agentA, tuesday + 1_000)!.handoff;
}

export function bridged(): Handoff {
  return callerBridged(accepted(), agentA.agentId, tuesday + 1_500)!.handoff;
}

export function wrappingUp(): Handoff {
  return finishConversation(bridged(), agentA.agentId, viewAfter(60_000))!.handoff;
}
