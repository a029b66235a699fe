import { BatonError } from '@baton/kernel';
import { ConsultMessageSent } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { maxConsultMessages, type Handoff, type HandoffOutcome } from './handoff.js';
import { consultMessage } from './event-parts.js';

/**
 * One of the two tells the other something. It is an event of the handoff, never a turn of the conversation: no way leads from here
 * to the caller, and none from the caller to here. Throws `wrong-state` unless the two are consulting, or talk beside each other.
 */
export function sayInConsult(handoff: Handoff, agentId: string, text: string, now: number): HandoffOutcome {
  const asked = handoff.agent?.agentId;
  const asking = handoff.previous?.agentId;
  const together =
    handoff.state === 'consulting' || (handoff.state === 'bridged' && handoff.participant === true);
  if (!together || asked === undefined || asking === undefined || ![asked, asking].includes(agentId)) {
    throw new BatonError('wrong-state', 'Only the two who consult can talk here.');
  }
  const index = handoff.consultCount ?? 0;
  const line = { index, from: agentId, to: agentId === asked ? asking : asked, text, at: now };
  return {
    handoff: {
      ...handoff,
      consult: [...(handoff.consult ?? []), line].slice(-maxConsultMessages),
      consultCount: index + 1,
    },
    events: [draft(ConsultMessageSent, handoff.conversationId, consultMessage(handoff.handoffId, line))],
  };
}
