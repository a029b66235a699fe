import type { Call, Speaker } from './call.js';
import { offHold } from './hold.js';
import { moveLease } from './move-lease.js';
import type { Outcome } from './outcome.js';
import { inTurn } from './speak.js';
import { announce, bridged } from './transfer.js';

/** The colleague takes the caller: the lease moves to them, and the first agent is silent from here on. */
export function handedOver(
  conversationId: string,
  call: Call,
  to: { readonly from: string; readonly next: Speaker },
  say: string,
  now: number,
): Outcome | undefined {
  if (call.phase !== 'agent' || call.handoffId !== to.from) return undefined;
  const agent = to.next;
  const others = (call.participants ?? []).filter(({ handoffId }) => handoffId !== agent.handoffId);
  const known = others.length < (call.participants?.length ?? 0);
  return inTurn(
    call,
    (current) => offHold(conversationId, current, 'handed-over'),
    (current) =>
      moveLease(
        conversationId,
        { ...current, handoffId: agent.handoffId },
        { holder: 'agent', agent, participants: others },
      ),
    (current) =>
      known ? { call: current, events: [] } : announce(conversationId, current, say, current.language, now),
    (current) => bridged(conversationId, current, agent),
  );
}

/** All three talk: the first agent keeps the lease, the colleague may speak beside them. */
export function joined(
  conversationId: string,
  call: Call,
  to: { readonly from: string; readonly next: Speaker },
  say: string,
  now: number,
): Outcome | undefined {
  if (call.phase !== 'agent' || call.handoffId !== to.from) return undefined;
  const participants = call.participants ?? [];
  const known = participants.some(({ handoffId }) => handoffId === to.next.handoffId);
  if (known || to.next.agentId === call.lease.agentId) return undefined;
  return inTurn(
    call,
    (current) => offHold(conversationId, current, 'conference'),
    (current) =>
      moveLease(conversationId, current, {
        holder: 'agent',
        agent: holderOf(current),
        participants: [...participants, to.next],
      }),
    (current) => announce(conversationId, current, say, current.language, now),
    (current) => bridged(conversationId, current, to.next, true),
  );
}

/** One who spoke beside the holder is gone. Undefined where they were not there. */
export function participantLeft(conversationId: string, call: Call, handoffId: string): Outcome | undefined {
  const participants = call.participants ?? [];
  const others = participants.filter((participant) => participant.handoffId !== handoffId);
  if (call.phase !== 'agent' || others.length === participants.length) return undefined;
  return moveLease(conversationId, call, { holder: 'agent', agent: holderOf(call), participants: others });
}

/** A merge that did not come about in time: the first agent has the caller again, whatever the gateway had done of it. */
export function backToAgent(
  conversationId: string,
  call: Call,
  failed: { readonly handoffId: string; readonly previous: Speaker },
  say: string,
  now: number,
): Outcome | undefined {
  if (call.phase !== 'agent') return undefined;
  if (call.hold?.consultHandoffId === failed.handoffId) {
    return inTurn(
      call,
      (current) => offHold(conversationId, current, 'not-joined'),
      (current) => announce(conversationId, current, say, current.language, now),
    );
  }
  if (call.handoffId !== failed.handoffId) return participantLeft(conversationId, call, failed.handoffId);
  const agent = failed.previous;
  return inTurn(
    { ...call, handoffId: agent.handoffId },
    (current) => moveLease(conversationId, current, { holder: 'agent', agent }),
    (current) => announce(conversationId, current, say, current.language, now),
  );
}

function holderOf({ lease, handoffId }: Call): Speaker {
  return { agentId: lease.agentId ?? '', handoffId: handoffId ?? '' };
}
