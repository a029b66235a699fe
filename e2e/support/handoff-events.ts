import { countOf, type TrailEntry } from './trail.js';

/** What a handoff that went straight through leaves in the log, each exactly once. */
export const straightHandoff = [
  'ConversationStarted',
  'EscalationDecided',
  'HandoffRequested',
  'HandoffQueued',
  'AgentReserved',
  'HandoffOffered',
  'HandoffAccepted',
  'CallerBridged',
  'HandoffConnected',
  'WrapUpStarted',
  'ConversationEnded',
  'HandoffCompleted',
  'AgentReleased',
] as const;

/** How often each event of a straight handoff is in the trail. */
export function countsOfHandoff(trail: readonly TrailEntry[]): Record<string, number> {
  return Object.fromEntries(straightHandoff.map((type) => [type, countOf(trail, type)]));
}

/** What `countsOfHandoff` gives where nothing was lost and nothing doubled. */
export const eachOnce: Readonly<Record<string, number>> = Object.fromEntries(
  straightHandoff.map((type) => [type, 1]),
);

/** Event ids that are in the trail more than once. */
export function doubledIds(trail: readonly TrailEntry[]): string[] {
  const ids = trail.map(({ eventId }) => eventId);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

/** Turn indices of the recorded turns: 0, 1, 2, … where nothing was lost or doubled. */
export function turnIndices(trail: readonly TrailEntry[]): number[] {
  return trail
    .filter(({ type }) => type.endsWith('.TurnRecorded'))
    .map(({ data }) => Number(data?.['turnIndex'] ?? 0))
    .sort((a, b) => a - b);
}
