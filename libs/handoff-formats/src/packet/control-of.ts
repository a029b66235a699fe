import type { HandoffPacket } from './handoff-packet.js';

const verbs: Readonly<Record<string, HandoffPacket['control']['verb']>> = {
  requested: 'PROPOSE',
  queued: 'PROPOSE',
  offered: 'PROPOSE',
  'callback-scheduled': 'PROPOSE',
  accepted: 'ACCEPT',
  briefing: 'ACCEPT',
  bridged: 'ASSUME',
  'wrap-up': 'ASSUME',
  completed: 'ASSUME',
  'returned-to-bot': 'RETURN',
  failed: 'REJECT',
  abandoned: 'REJECT',
};

/** What the state of a handoff says to the other side, in the verbs of OHP (spec §control); `NONE` before an escalation. */
export function controlOf(state: string, agentId: string): HandoffPacket['control'] {
  return {
    verb: state === '' ? 'NONE' : (verbs[state] ?? 'PROPOSE'),
    ...(state === '' ? {} : { state }),
    ...(agentId === '' ? {} : { agentId }),
  };
}
