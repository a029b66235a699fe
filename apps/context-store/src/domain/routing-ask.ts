import type { RoutingAsk } from '@baton/contracts';
import type { Pack } from '@baton/packs';
import type { Conversation } from './conversation.js';

/** Whom the caller needs, from the decision that escalated and the queue they went to; nothing before an escalation. */
export function routingAsk(
  { decision, handoff, language }: Conversation,
  pack: Pack,
): RoutingAsk | undefined {
  if (!decision || !handoff) return undefined;
  const level = pack.routing.queues.find(({ name }) => name === handoff.queue)?.serviceLevel;
  return {
    skills: [...decision.skills],
    language: decision.language || language,
    priority: decision.priority,
    queue: handoff.queue,
    serviceLevelSeconds: level?.seconds ?? 0,
    serviceLevelPercent: level?.percent ?? 0,
  };
}
