import type { LiveMessage } from '../api/live-message.js';
import type { Agent, Assist, ConsultLine, Handoff, Packet, Session, Turn } from '../api/model.js';
import { withTurn } from '../conversation/conversation-view.js';

/** The one call an agent has: offered, connected or being written up. */
export interface CurrentCall {
  readonly handoff: Handoff;
  readonly packet: Packet | undefined;
  readonly assist: Assist | undefined;
  readonly turns: readonly Turn[];
  /** What the two who consult told each other. */
  readonly consult: readonly ConsultLine[];
  /** Why the conversation ended; undefined while it goes on. */
  readonly ended: string | undefined;
}

/** What an agent's desk shows. */
export interface DeskState {
  readonly agent: Agent | undefined;
  /** agent, supervisor. */
  readonly role: string;
  readonly current: CurrentCall | undefined;
  /** Every open handoff of the tenant. */
  readonly queue: readonly Handoff[];
}

export const emptyDesk: DeskState = { agent: undefined, role: 'agent', current: undefined, queue: [] };

/** What the desk learns besides live messages: answers to its own requests. */
export type DeskAnswer =
  | ({ readonly type: 'signed-in' } & Omit<Session, 'tenant'>)
  | { readonly type: 'signed-out' }
  | { readonly type: 'answered'; readonly handoff: Handoff }
  | { readonly type: 'queue'; readonly handoffs: readonly Handoff[]; readonly nowMs: number }
  | {
      readonly type: 'past';
      readonly conversationId: string;
      readonly packet?: Packet;
      readonly assist?: Assist;
    };

const finalStates = [
  'completed',
  'failed',
  'abandoned',
  'returned-to-bot',
  'callback-scheduled',
  'cancelled',
  'message-left',
];
const ownStates = ['offered', 'consulting', 'accepted', 'briefing', 'bridged', 'wrap-up'];

/** True where the handoff waits for a human. */
export const isWaiting = ({ state }: Handoff): boolean => ['requested', 'queued', 'offered'].includes(state);

/** The desk after a live message or an answer. */
export function withNews(desk: DeskState, news: LiveMessage | DeskAnswer): DeskState {
  switch (news.type) {
    case 'signed-in':
      return { ...desk, agent: news.agent, role: news.role };
    case 'signed-out':
      return emptyDesk;
    case 'hello':
      return news.agent ? { ...desk, agent: news.agent } : desk;
    case 'agent':
      return desk.agent && desk.agent.agentId !== news.agent.agentId ? desk : { ...desk, agent: news.agent };
    case 'queue':
      return withList(desk, news.handoffs, news.nowMs);
    case 'offer':
      return withPast(
        withOwn(withQueue(desk, news.handoff), news.handoff, true),
        news.handoff.conversationId,
        news.packet,
        undefined,
      );
    case 'offer-gone':
      return desk.current?.handoff.handoffId === news.handoffId && desk.current.handoff.state === 'offered'
        ? { ...desk, current: undefined }
        : desk;
    case 'handoff':
      return withOwn(withQueue(desk, news.handoff), news.handoff);
    case 'answered':
      return withAnswer(desk, news.handoff);
    case 'consult':
      return news.lines.reduce(withConsultLine, desk);
    case 'packet':
      return withPast(desk, news.conversationId, news.packet, undefined);
    case 'assist':
      return withPast(desk, news.conversationId, undefined, news.assist);
    case 'past':
      return withPast(desk, news.conversationId, news.packet, news.assist);
    case 'turn':
      return changeCurrent(desk, news.conversationId, (call) => ({
        ...call,
        turns: withTurn(call.turns, news.turn),
      }));
    case 'ended':
      return changeCurrent(desk, news.conversationId, (call) => ({ ...call, ended: news.reason }));
    case 'event':
      return desk;
  }
}

const isOpen = ({ state }: Handoff): boolean => !finalStates.includes(state);

function withQueue(desk: DeskState, handoff: Handoff): DeskState {
  const others = desk.queue.filter(({ handoffId }) => handoffId !== handoff.handoffId);
  const queue = isOpen(handoff) ? [...others, handoff] : others;
  return { ...desk, queue: queue.toSorted((left, right) => left.requestedAtMs - right.requestedAtMs) };
}

const isMine = (desk: DeskState, { agentId }: Handoff): boolean =>
  agentId !== '' && agentId === desk.agent?.agentId;

/** A list may have been made a moment before the newest live message, so it takes no fresh offer away. */
function withList(desk: DeskState, handoffs: readonly Handoff[], nowMs: number): DeskState {
  const listed = { ...desk, queue: handoffs.filter(isOpen) };
  const own = handoffs.find((handoff) => isMine(desk, handoff) && ownStates.includes(handoff.state));
  if (own) return withOwn(listed, own);
  const fresh = desk.current?.handoff.state === 'offered' && desk.current.handoff.deadlineAtMs > nowMs;
  return fresh ? listed : { ...listed, current: undefined };
}

/** Once a second colleague is asked, what the first one said is over. */
const sameConsult = (before: Handoff, now: Handoff): boolean =>
  now.transfer === undefined ||
  before.transfer === undefined ||
  before.transfer.nextHandoffId === now.transfer.nextHandoffId;

/** My own handoff begins, moves on, or is mine no more. */
function withOwn(desk: DeskState, handoff: Handoff, offered = false): DeskState {
  const { current } = desk;
  const mine = offered || isMine(desk, handoff);
  if (current?.handoff.handoffId === handoff.handoffId) {
    if (isOlder(handoff, current.handoff, mine)) return desk;
    return mine && ownStates.includes(handoff.state)
      ? {
          ...desk,
          current: {
            ...current,
            handoff,
            consult: sameConsult(current.handoff, handoff) ? current.consult : [],
          },
        }
      : { ...desk, current: undefined };
  }
  if (!mine || !ownStates.includes(handoff.state)) return desk;
  return {
    ...desk,
    current: { handoff, packet: undefined, assist: undefined, turns: [], consult: [], ended: undefined },
  };
}

/**
 * Answers and live messages travel on two ways and overtake each other. Under one reservation a call only moves on; and that
 * an offer is gone is said by `offer-gone`, so a word of the queue while it rings is one from before.
 */
function isOlder(handoff: Handoff, present: Handoff, mine: boolean): boolean {
  if (handoff.revision > 0 && present.revision > 0 && mine) return handoff.revision < present.revision;
  if (!mine) return present.state === 'offered' && ['requested', 'queued'].includes(handoff.state);
  if (handoff.reservationToken !== present.reservationToken) {
    return handoff.reservationToken < present.reservationToken;
  }
  return (
    ownStates.includes(handoff.state) && ownStates.indexOf(handoff.state) < ownStates.indexOf(present.state)
  );
}

/** The answer to my own command: it moves the call on or ends it here, and never begins one. */
function withAnswer(desk: DeskState, handoff: Handoff): DeskState {
  if (desk.current?.handoff.handoffId !== handoff.handoffId) return desk;
  return isMine(desk, handoff) ? withOwn(desk, handoff) : { ...desk, current: undefined };
}

function withPast(
  desk: DeskState,
  conversationId: string,
  packet: Packet | undefined,
  assist: Assist | undefined,
): DeskState {
  return changeCurrent(desk, conversationId, (call) => {
    const newer = packet && (!call.packet || packet.revision >= call.packet.revision) ? packet : call.packet;
    const help = assist && (!call.assist || assist.revision >= call.assist.revision) ? assist : call.assist;
    return {
      ...call,
      packet: newer,
      assist: help,
      // What was said in the call before a callback stands in its packet, not among what is said now.
      turns: (packet?.conversationId === conversationId ? packet.transcript : []).reduce(
        withTurn,
        call.turns,
      ),
    };
  });
}

function withConsultLine(desk: DeskState, line: ConsultLine): DeskState {
  const { current } = desk;
  if (!current) return desk;
  const { handoffId, transfer } = current.handoff;
  if (![handoffId, transfer?.nextHandoffId].includes(line.handoffId)) return desk;
  if (current.consult.some(({ index }) => index === line.index)) return desk;
  const consult = [...current.consult, line].toSorted((left, right) => left.index - right.index);
  return { ...desk, current: { ...current, consult } };
}

function changeCurrent(
  desk: DeskState,
  conversationId: string,
  change: (call: CurrentCall) => CurrentCall,
): DeskState {
  return desk.current?.handoff.conversationId === conversationId
    ? { ...desk, current: change(desk.current) }
    : desk;
}
