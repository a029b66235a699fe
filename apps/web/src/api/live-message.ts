import { decodeAssist, decodePacket, decodeTurn } from './decode-conversation.js';
import { decodeEvent } from './decode-trail.js';
import { decodeAgent, decodeConsultLine, decodeHandoff } from './decode-workforce.js';
import type { Agent, Assist, ConsultLine, Handoff, LiveEvent, Packet, Turn } from './model.js';
import { list, record, text } from './wire.js';

/** What `/api/live` pushes. */
export type LiveMessage =
  | { readonly type: 'hello'; readonly agent: Agent | undefined }
  | { readonly type: 'agent'; readonly agent: Agent }
  | { readonly type: 'offer'; readonly handoff: Handoff; readonly packet: Packet | undefined }
  | { readonly type: 'consult'; readonly lines: readonly ConsultLine[] }
  | { readonly type: 'offer-gone'; readonly handoffId: string; readonly reason: string }
  | { readonly type: 'handoff'; readonly handoff: Handoff }
  | { readonly type: 'turn'; readonly conversationId: string; readonly turn: Turn }
  | { readonly type: 'packet'; readonly conversationId: string; readonly packet: Packet }
  | { readonly type: 'assist'; readonly conversationId: string; readonly assist: Assist }
  | { readonly type: 'ended'; readonly conversationId: string; readonly reason: string }
  | { readonly type: 'event'; readonly conversationId: string; readonly event: LiveEvent };

/** The message, or nothing where this page is older than the server and does not know it. */
export function decodeLiveMessage(value: unknown): LiveMessage | undefined {
  const wire = record(value);
  const conversationId = text(wire['conversationId']);
  switch (wire['type']) {
    case 'hello':
      return { type: 'hello', agent: wire['agent'] ? decodeAgent(wire['agent']) : undefined };
    case 'agent':
      return { type: 'agent', agent: decodeAgent(wire['agent']) };
    case 'offer': {
      const handoff = decodeHandoff(wire['handoff']);
      return {
        type: 'offer',
        handoff: { ...handoff, conversationId: handoff.conversationId || conversationId },
        packet: wire['packet'] ? decodePacket(wire['packet']) : undefined,
      };
    }
    case 'consult':
      return { type: 'consult', lines: list(wire['lines'], decodeConsultLine) };
    case 'offer-gone':
      return { type: 'offer-gone', handoffId: text(wire['handoffId']), reason: text(wire['reason']) };
    case 'handoff':
      return { type: 'handoff', handoff: decodeHandoff(wire['handoff']) };
    case 'turn':
      return { type: 'turn', conversationId, turn: decodeTurn(wire['turn']) };
    case 'packet':
      return { type: 'packet', conversationId, packet: decodePacket(wire['packet']) };
    case 'assist':
      return { type: 'assist', conversationId, assist: decodeAssist(wire['assist']) };
    case 'ended':
      return { type: 'ended', conversationId, reason: text(wire['reason']) };
    case 'event':
      return { type: 'event', conversationId, event: decodeEvent(wire['event']) };
    default:
      return undefined;
  }
}
