import { decodeArticle, decodeAssist, decodePacket, decodeSummary } from './decode-conversation.js';
import { decodeTrail } from './decode-trail.js';
import { decodeAgent, decodeHandoff, decodeSession, decodeStatus, decodeTenant } from './decode-workforce.js';
import { request } from './http.js';
import type {
  Agent,
  Article,
  Assist,
  ConversationSummary,
  Handoff,
  Packet,
  Session,
  Status,
  Tenant,
  Trail,
} from './model.js';
import { list, text } from './wire.js';

const part = encodeURIComponent;

/** Every request the pages make. Each throws `ApiError`. */
export const api = {
  status: async (): Promise<Status> => decodeStatus(await request('GET', '/api/status')),
  tenants: async (): Promise<readonly Tenant[]> =>
    list((await request('GET', '/api/tenants'))['tenants'], decodeTenant),
  agents: async (tenant: string): Promise<readonly Agent[]> =>
    list((await request('GET', `/api/agents?tenant=${part(tenant)}`))['agents'], decodeAgent),

  session: async (): Promise<Session> => decodeSession(await request('GET', '/api/session')),
  signIn: async (tenant: string, agentId: string): Promise<Agent> =>
    decodeAgent((await request('POST', '/api/session', { tenant, agentId }))['agent']),
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

  conversations: async (tenant: string, limit: number): Promise<readonly ConversationSummary[]> =>
    list(
      (await request('GET', `/api/conversations?tenant=${part(tenant)}&limit=${limit}`))['conversations'],
      decodeSummary,
    ),
  packet: async (conversationId: string): Promise<Packet> =>
    decodePacket((await request('GET', `/api/conversations/${part(conversationId)}/packet`))['packet']),
  say: async (conversationId: string, sentence: string, id: string): Promise<void> =>
    void (await request('POST', `/api/conversations/${part(conversationId)}/say`, { text: sentence, id })),
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
