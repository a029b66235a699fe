import { decodeConsent, decodeTurn } from '../api/decode-conversation.js';
import { decodeDecision } from '../api/decode-decision.js';
import type { LiveMessage } from '../api/live-message.js';
import type { Assist, Consent, Decision, LiveEvent, Packet, Turn } from '../api/model.js';
import { number, record, text, word } from '../api/wire.js';
import { eventName } from '../words/describe-event.js';

/** Where a call stands, as a person would say it. */
export type Phase = 'starting' | 'bot' | 'waiting' | 'offered' | 'agent' | 'ended';

/** One conversation as far as this page has seen it. */
export interface ConversationView {
  readonly turns: readonly Turn[];
  readonly events: readonly LiveEvent[];
  readonly consents: readonly Consent[];
  readonly phase: Phase;
  readonly agentId: string;
  readonly handoffId: string;
  readonly queue: string;
  readonly position: number;
  readonly expectedWaitSeconds: number;
  readonly offerExpiresAtMs: number;
  readonly reservationToken: number;
  readonly timeToHumanMs: number;
  readonly wrappedUpAs: string;
  readonly endReason: string;
  readonly decision: Decision | undefined;
  readonly packet: Packet | undefined;
  readonly assist: Assist | undefined;
}

export const emptyView: ConversationView = {
  turns: [],
  events: [],
  consents: [],
  phase: 'starting',
  agentId: '',
  handoffId: '',
  queue: '',
  position: 0,
  expectedWaitSeconds: 0,
  offerExpiresAtMs: 0,
  reservationToken: 0,
  timeToHumanMs: 0,
  wrappedUpAs: '',
  endReason: '',
  decision: undefined,
  packet: undefined,
  assist: undefined,
};

/** The view with one live message more. A message seen before changes nothing. */
export function withMessage(view: ConversationView, message: LiveMessage): ConversationView {
  switch (message.type) {
    case 'turn':
      return { ...view, turns: withTurn(view.turns, message.turn), phase: begun(view.phase) };
    case 'packet':
      return withPacket(view, message.packet);
    case 'assist':
      return { ...view, assist: message.assist };
    case 'ended':
      return { ...view, phase: 'ended', endReason: message.reason || view.endReason };
    case 'event':
      return withEvent(view, message.event);
    default:
      return view;
  }
}

/** The view with what the packet knows: it fills in what was said before the page looked. */
export function withPacket(view: ConversationView, packet: Packet): ConversationView {
  if (view.packet && packet.revision < view.packet.revision) return view;
  return {
    ...view,
    packet,
    turns: packet.transcript.reduce(withTurn, view.turns),
    consents: packet.consents.reduce(withConsent, view.consents),
    // The packet carries the newest decision, also one that lets the bot go on.
    decision: view.decision ?? (packet.decision?.verdict === 'escalate' ? packet.decision : undefined),
    phase: packet.transcript.length > 0 ? begun(view.phase) : view.phase,
  };
}

/** The view with one event more, in the order of their time. */
export function withEvent(view: ConversationView, event: LiveEvent): ConversationView {
  if (view.events.some(({ id }) => id === event.id)) return view;
  const later = view.events.findIndex(({ timeMs }) => timeMs > event.timeMs);
  const events =
    later < 0
      ? [...view.events, event]
      : [...view.events.slice(0, later), event, ...view.events.slice(later)];
  return { ...view, events, ...told(view, event) };
}

/** Turns by index; a turn that came before is kept unless the new one knows the agent. */
export function withTurn(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  const at = turns.findIndex(({ index }) => index >= turn.index);
  if (at < 0) return [...turns, turn];
  const there = turns[at];
  if (there?.index !== turn.index) return [...turns.slice(0, at), turn, ...turns.slice(at)];
  if (!turn.agentId || there.agentId) return turns;
  return turns.map((item) => (item === there ? { ...there, agentId: turn.agentId } : item));
}

function withConsent(consents: readonly Consent[], consent: Consent): readonly Consent[] {
  return [...consents.filter(({ purpose }) => purpose !== consent.purpose), consent];
}

const order: readonly Phase[] = ['starting', 'bot', 'waiting', 'offered', 'agent', 'ended'];
const begun = (phase: Phase): Phase => (phase === 'starting' ? 'bot' : phase);
/** Across topics no order holds: an event of an earlier step must not take the view back. */
const atLeast = (phase: Phase, step: Phase): Phase =>
  order.indexOf(step) > order.indexOf(phase) ? step : phase;

/** Between two agents the caller waits again; that is one step back, and the only one. */
function leaseMoved(holder: string, agentId: string): Partial<ConversationView> {
  if (holder === 'agent') return { phase: 'agent', agentId };
  return holder === 'nobody' ? { phase: 'waiting', agentId: '' } : {};
}

function told(view: ConversationView, { type, data = {} }: LiveEvent): Partial<ConversationView> {
  const agentId = text(data['agentId']);
  const held = view.phase === 'agent' || view.phase === 'ended';
  switch (eventName(type)) {
    case 'ConversationStarted':
      return { phase: begun(view.phase) };
    case 'TurnRecorded':
      return { turns: withTurn(view.turns, decodeTurn(data)), phase: begun(view.phase) };
    case 'ConsentRecorded':
      return { consents: withConsent(view.consents, decodeConsent(data)) };
    case 'EscalationDecided':
      return {
        decision: decodeDecision(data['decision']),
        handoffId: text(data['handoffId']),
        phase: atLeast(view.phase, 'waiting'),
      };
    case 'HandoffQueued':
      return {
        queue: text(data['queue']),
        position: number(data['position']),
        expectedWaitSeconds: number(data['expectedWaitSeconds']),
        phase: atLeast(view.phase, 'waiting'),
      };
    case 'QueuePositionAnnounced':
      return { position: number(data['position']), expectedWaitSeconds: number(data['expectedWaitSeconds']) };
    case 'HandoffOffered':
      return held
        ? {}
        : {
            phase: 'offered',
            agentId,
            handoffId: text(data['handoffId']),
            queue: text(data['queue']),
            offerExpiresAtMs: number(data['offerExpiresAtMs']),
            reservationToken: number(data['reservationToken']),
          };
    case 'HandoffRejected':
    case 'HandoffOfferTimedOut':
    case 'HandoffRescinded':
      return held || agentId !== view.agentId ? {} : { phase: 'waiting', agentId: '', offerExpiresAtMs: 0 };
    case 'HandoffAccepted':
    case 'CallerBridged':
      // A colleague who is asked, or who joins, is not the one the caller is with.
      if (word(data['kind'], 'HANDOFF_KIND_') === 'consult' || data['participant'] === true) return {};
      return { phase: atLeast(view.phase, 'agent'), agentId };
    case 'SpeechLeaseMoved':
      return view.phase === 'ended' ? {} : leaseMoved(word(data['holder'], 'LEASE_HOLDER_'), agentId);
    case 'HandoffConnected':
      return { phase: atLeast(view.phase, 'agent'), agentId, timeToHumanMs: number(data['timeToHumanMs']) };
    case 'HandoffReturnedToBot':
      return view.phase === 'ended' ? {} : { phase: 'bot', agentId: '' };
    case 'HandoffCompleted':
      return { wrappedUpAs: text(data['disposition']) };
    case 'ConversationEnded':
      return { phase: 'ended', endReason: word(record(data)['reason'], 'END_REASON_') };
    default:
      return {};
  }
}
