import { HandoffConnected } from '@baton/contracts';
import type { BatonEvent } from '@baton/eventing';
import { count, observe } from '@baton/telemetry';
import { isFinal, type Handoff } from '../domain/handoff/handoff.js';

/** Counts how handoffs end, and how long callers waited for a human. */
export function countHandoffs({ tenantId, state }: Handoff, events: readonly BatonEvent<unknown>[]): void {
  if (isFinal(state)) count('baton.handoffs', { tenant: tenantId, state });
  for (const { meta, data } of events) {
    if (meta.type !== HandoffConnected.type) continue;
    observe('baton.time_to_human', (data as HandoffConnected).timeToHumanMs, { tenant: tenantId });
  }
}
