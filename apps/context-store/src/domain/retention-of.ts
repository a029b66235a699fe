import type { Retention } from '@baton/contracts';
import type { Pack } from '@baton/packs';
import type { Conversation } from './conversation.js';

const dayMs = 86_400_000;

/** How long the pack of the conversation lets it be kept. */
export function retentionOf({ endedAt, jurisdiction }: Conversation, { compliance }: Pack): Retention {
  const { conversation, decisions } = compliance.retentionDays;
  return {
    conversationDays: conversation,
    decisionsDays: decisions,
    deleteAfterMs: endedAt === 0 ? 0 : endedAt + conversation * dayMs,
    jurisdiction: jurisdiction || compliance.defaultJurisdiction,
    residency: [...(compliance.dataResidency ?? [])],
  };
}
