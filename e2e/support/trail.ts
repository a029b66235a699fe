import type { Site } from './site.js';
import { eventually } from './eventually.js';

/** One event of a conversation as the audit log has it. */
export interface TrailEntry {
  readonly index: number;
  readonly eventId: string;
  readonly type: string;
  readonly topic: string;
  readonly timeMs: number;
  readonly source: string;
  readonly causationId: string;
  readonly data: Record<string, unknown> | null;
  readonly proven: boolean;
}

export async function trailOf(baton: Site, conversationId: string, tenant = 'bank'): Promise<TrailEntry[]> {
  const answer = await fetch(`${baton.url}/api/audit/${conversationId}?tenant=${tenant}`);
  const body = (await answer.json()) as { entries?: TrailEntry[] };
  if (!body.entries) throw new Error(`no trail: ${JSON.stringify(body)}`);
  return body.entries;
}

/** The trail once it holds the event, and everything in it is proven. */
export function provenTrail(
  baton: Site,
  conversationId: string,
  lastType: string,
  tenant = 'bank',
): Promise<TrailEntry[]> {
  return eventually(`a proven trail of ${conversationId} with ${lastType}`, async () => {
    const trail = await trailOf(baton, conversationId, tenant);
    const complete = countOf(trail, lastType) > 0 && trail.every(({ proven }) => proven);
    return complete && trail;
  });
}

/** How many events of a type there are; the type may be named without its package. */
export function countOf(trail: readonly TrailEntry[], type: string): number {
  return trail.filter((entry) => entry.type === type || entry.type.endsWith(`.${type}`)).length;
}

/** Names of the events, in log order, without their packages. */
export function namesOf(trail: readonly TrailEntry[]): string[] {
  return trail.map(({ type }) => type.slice(type.lastIndexOf('.') + 1));
}

/** What was said, as it is on the record. */
export function turnTexts(trail: readonly TrailEntry[]): string[] {
  return trail
    .filter(({ type }) => type.endsWith('.TurnRecorded'))
    .map(({ data }) => String(data?.['text'] ?? ''));
}
