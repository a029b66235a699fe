import { derivedId } from '@baton/kernel';

/** The decision about a turn has one id, whoever makes it and however often; so has the one that corrects it. */
export function decisionIdOf(conversationId: string, turnIndex: number, corrects = false): string {
  return derivedId(`${conversationId}/${turnIndex}`, 'decision', corrects ? 1 : 0);
}

/** The handoff that follows from a decision. */
export function handoffIdOf(decisionId: string): string {
  return derivedId(decisionId, 'handoff', 0);
}
