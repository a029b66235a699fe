import { decodeArticle, decodeAssist, decodePacket, decodeSummary } from './decode-conversation.js';
import { decodeTrail } from './decode-trail.js';
import {
  decodeAgent,
  decodeCallback,
  decodeCallerMessage,
  decodeHandoff,
  decodeSession,
  decodeStatus,
  decodeTenant,
} from './decode-workforce.js';
import { request } from './http.js';
import type {
  Agent,
  Article,
  Assist,
  Callback,
  CallerMessage,
  ConversationSummary,
  Handoff,
  Packet,
  Session,
  Status,
  Tenant,
  Trail,
} from './model.js';
import { list, text } from './wire.js';

/** Where an agent wants the caller, or an answer, from: a queue or an agent. */
export interface TransferWish {
  readonly consult: boolean;
  readonly queue: string;
  readonly toAgentId: string;
  readonly note: string;
}

/** What becomes of a consult. */
export type Settlement = 'transferred' | 'conference' | 'cancelled';

const part = encodeURIComponent;

/** Every request the pages make. Each throws `ApiError`. */
export const api = {
  status: async (): Promise<Status> => decodeStatus(await request('GET', '/api/status')),
  tenants: async (): Promise<readonly Tenant[]> =>
    list((await request('GET', '/api/tenants'))['tenants'], decodeTenant),
  agents: async (tenant: string): Promise<readonly Agent[]> =>
    list((await request('GET', `/api/agents?tenant=${part(tenant)}`))['agents'], decodeAgent),

  session: async (): Promise<Session> => decodeSession(await request('GET', '/api/session')),
  signIn: async (tenant: string, agentId: string): Promise<Session> => ({
    ...decodeSession(await request('POST', '/api/session', { tenant, agentId })),
    tenant,
  }),
  signOut: async (): Promise<void> => void (await request('DELETE', '/api/session')),
  setPresence: async (presence: string): Promise<Agent> =>
    decodeAgent((await request('POST', '/api/presence', { presence }))['agent']),

  handoffs: async (): Promise<readonly Handoff[]> =>
    list((await request('GET', '/api/handoffs'))['handoffs'], decodeHandoff),
  accept: (handoffId: string, reservationToken: number) => handoff(handoffId, 'accept', { reservationToken }),
  reject: (handoffId: string, reservationToken: number, reason: string) =>
    handoff(handoffId, 'reject', { reservationToken, reason }),
  finish: (handoffId: string) => handoff(handoffId, 'finish', {}),
  wrapUp: (handoffId: string, disposition: string, note: string) =>
    handoff(handoffId, 'wrap-up', { disposition, note }),

  shown: (handoffId: string, reservationToken: number) => handoff(handoffId, 'shown', { reservationToken }),
  returnToBot: (handoffId: string, note: string, slots: Readonly<Record<string, string>>) =>
    handoff(handoffId, 'return-to-bot', { note, slots }),
  transfer: (handoffId: string, wish: TransferWish, id: string) =>
    handoff(handoffId, 'transfer', { ...wish, id }),
  sayInConsult: (handoffId: string, said: string, id: string) =>
    handoff(handoffId, 'consult', { text: said, id }),
  settle: (handoffId: string, outcome: Settlement, id: string) =>
    handoff(handoffId, 'settle', { outcome, id }),
  callback: (handoffId: string) => handoff(handoffId, 'callback', {}),
  takeOver: async (conversationId: string, id: string): Promise<Handoff> =>
    decodeHandoff(
      (await request('POST', `/api/conversations/${part(conversationId)}/take-over`, { id }))['handoff'],
    ),
  messages: async (): Promise<readonly CallerMessage[]> =>
    list((await request('GET', '/api/messages'))['messages'], decodeCallerMessage),
  messageHandled: async (messageId: string): Promise<void> =>
    void (await request('POST', `/api/messages/${part(messageId)}/handled`, {})),
  callbacks: async (): Promise<readonly Callback[]> =>
    list((await request('GET', '/api/callbacks'))['callbacks'], decodeCallback),

  conversations: async (tenant: string, limit: number): Promise<readonly ConversationSummary[]> =>
    list(
      (await request('GET', `/api/conversations?tenant=${part(tenant)}&limit=${limit}`))['conversations'],
      decodeSummary,
    ),
  packet: async (conversationId: string): Promise<Packet> =>
    decodePacket((await request('GET', `/api/conversations/${part(conversationId)}/packet`))['packet']),
  say: async (conversationId: string, sentence: string, id: string, leaseToken = 0): Promise<void> =>
    void (await request('POST', `/api/conversations/${part(conversationId)}/say`, {
      text: sentence,
      id,
      leaseToken,
    })),
  assist: async (conversationId: string): Promise<Assist> =>
    decodeAssist((await request('GET', `/api/conversations/${part(conversationId)}/assist`))['assist']),
  knowledge: async (query: string): Promise<readonly Article[]> =>
    list((await request('GET', `/api/knowledge?q=${part(query)}`))['articles'], decodeArticle),

  trail: async (conversationId: string, tenant: string): Promise<Trail> =>
    decodeTrail(await request('GET', `/api/audit/${part(conversationId)}?tenant=${part(tenant)}`)),
  demoCall: async (tenant: string): Promise<string> =>
    text((await request('POST', '/api/demo-call', tenant ? { tenant } : {}))['conversationId']),
};

async function handoff(handoffId: string, command: string, body: object): Promise<Handoff> {
  return decodeHandoff(
    (await request('POST', `/api/handoffs/${part(handoffId)}/${command}`, body))['handoff'],
  );
}
