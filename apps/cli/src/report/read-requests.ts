import type { AuditEntry } from '@baton/compliance-auditor';
import { factsOf, wasErased, type PlacedFact } from './call-fact.js';
import { humanRequests, type HumanRequest } from './human-requests.js';

export interface ReadRequests {
  readonly requests: readonly HumanRequest[];
  readonly erasedConversations: number;
}

/** The explicit requests in the first `size` entries of a log. */
export async function readRequests(
  entries: AsyncIterable<readonly AuditEntry[]>,
  size: number,
): Promise<ReadRequests> {
  const factsByCall = new Map<string, PlacedFact[]>();
  const erased = new Set<string>();
  for await (const some of entries) {
    for (const entry of some) {
      if (entry.index >= size) break;
      if (wasErased(entry)) erased.add(entry.conversationId);
      const facts = factsOf(entry);
      const known = factsByCall.get(entry.conversationId);
      if (known) known.push(...facts);
      else if (facts.length > 0) factsByCall.set(entry.conversationId, facts);
    }
  }
  const requests = [...factsByCall].flatMap(([id, facts]) => humanRequests(id, facts));
  return { requests, erasedConversations: erased.size };
}
