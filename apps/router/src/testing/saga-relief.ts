import { takenOver, takenOverWhileSettling } from '../domain/handoff/follow-transfer.js';
import type { Handoff, HandoffOutcome } from '../domain/handoff/handoff.js';
import { leave } from '../domain/handoff/leave.js';
import type { QueueView } from '../domain/handoff/queue-view.js';

/** How the saga's handoffs are told of what happened in another. */
export interface Telling {
  readonly handoffs: ReadonlyMap<string, Handoff>;
  tell(handoffId: string, decide: (handoff: Handoff) => HandoffOutcome | undefined): void;
  /** One that has not begun yet, and is to end when it does. */
  leftEarly(handoffId: string): void;
  readonly view: QueueView;
}

/** A supervisor has the caller: whoever had them, was handing them on, or was being asked, is told. */
export function relieve(relieved: string, by: string, { handoffs, tell, leftEarly, view }: Telling): void {
  tell(relieved, (handoff) => takenOver(handoff, by, view));
  const { previous, transfer } = handoffs.get(relieved) ?? {};
  tell(previous?.handoffId ?? '', (handoff) => takenOverWhileSettling(handoff, relieved, by, view));
  if (transfer === undefined) return;
  if (!handoffs.has(transfer.nextHandoffId)) leftEarly(transfer.nextHandoffId);
  tell(transfer.nextHandoffId, (handoff) => leave(handoff, view));
}
