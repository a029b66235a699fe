import { derivedId } from '@baton/kernel';

/** The decision about a turn has one id, whoever makes it and however often. */
export function decisionIdOf(conversationId: string, turnIndex: number): string {
  return derivedId(`${conversationId}/${turnIndex}`, 'decision', 0);
}

/** The handoff that follows from a decision. */
export function handoffIdOf(decisionId: string): string {
  return derivedId(decisionId, 'handoff', 0);
}
