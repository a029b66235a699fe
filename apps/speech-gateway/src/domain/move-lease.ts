import { LeaseHolder, SpeechLeaseMoved } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { maxParticipants, type Call, type Speaker } from './call.js';
import type { Outcome } from './outcome.js';

/** Who may speak from now on. */
export type Holder =
  | { readonly holder: 'bot' }
  | { readonly holder: 'nobody' }
  | { readonly holder: 'agent'; readonly agent: Speaker; readonly participants?: readonly Speaker[] };

const messages = {
  bot: LeaseHolder.LEASE_HOLDER_BOT,
  nobody: LeaseHolder.LEASE_HOLDER_NOBODY,
  agent: LeaseHolder.LEASE_HOLDER_AGENT,
};

/**
 * The right to speak moves. Every change of who may speak, a participant's too, makes the token one larger: a sentence carries the
 * token it was made under, so it is heard only if everybody who may speak is still the same (docs/adr/0012).
 */
export function moveLease(conversationId: string, call: Call, to: Holder): Outcome {
  const token = call.lease.token + 1;
  const agent = to.holder === 'agent' ? to.agent : undefined;
  const beside = to.holder === 'agent' ? (to.participants ?? []) : [];
  const participants = beside.filter(({ agentId }) => agentId !== agent?.agentId).slice(0, maxParticipants);
  const { participants: _before, ...rest } = call;
  return {
    call: {
      ...rest,
      lease: { holder: to.holder, token, ...(agent ? { agentId: agent.agentId } : {}) },
      ...(participants.length > 0 ? { participants } : {}),
    },
    events: [
      draft(SpeechLeaseMoved, conversationId, {
        holder: messages[to.holder],
        token,
        agentId: agent?.agentId ?? '',
        ...(agent ? { handoffId: agent.handoffId } : {}),
        participants: participants.map((participant) => ({ ...participant })),
      }),
    ],
  };
}
