import { maxKnownCommands, type Call } from './call.js';
import type { Outcome } from './outcome.js';

/** Keeps which turn a command became; -1 where what it wanted said was dropped. */
export function remember(before: Call, outcome: Outcome, commandId: string): Outcome {
  const turnIndex = outcome.call.nextTurnIndex > before.nextTurnIndex ? before.nextTurnIndex : -1;
  const saidBy = [...(before.saidBy ?? []), { commandId, turnIndex }].slice(-maxKnownCommands);
  return { ...outcome, call: { ...outcome.call, saidBy } };
}

/** The turn a command became; -1 where it became none, or so long ago that it is forgotten. */
export function turnOf(call: Call, commandId: string): number {
  return call.saidBy?.findLast((known) => known.commandId === commandId)?.turnIndex ?? -1;
}
