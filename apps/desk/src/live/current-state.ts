import { Inject, Injectable } from '@nestjs/common';
import type { Handoff } from '@baton/contracts';
import { errorCode } from '@baton/kernel';
import { Agents } from '../peers/agents.js';
import { Handoffs } from '../peers/handoffs.js';
import { Packets } from '../peers/packets.js';
import type { Session } from '../session/session.js';
import { agentView } from '../views/agent-view.js';
import { handoffView } from '../views/handoff-view.js';
import type { PacketView } from '../views/packet-view.js';
import type { LiveClient } from './live-client.js';
import { LiveClients } from './live-clients.js';
import type { LiveMessage } from './live-messages.js';
import { isTaken, isWithAgent } from './open-states.js';

/** Everything a page that just connected must know; what happens from then on it hears as it happens. */
@Injectable()
export class CurrentState {
  constructor(
    @Inject(LiveClients) private readonly clients: LiveClients,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Packets) private readonly packets: Packets,
  ) {}

  /** Rejects where the router cannot be asked about the signed-in agent. */
  async of(client: LiveClient): Promise<LiveMessage[]> {
    const [mine, watched] = await Promise.all([
      client.session ? this.#ofAgent(client, client.session) : [{ type: 'hello' } as const],
      client.watched === undefined ? [] : this.#packet(client.watched),
    ]);
    return [...mine, ...watched];
  }

  async #ofAgent(client: LiveClient, { tenant, agentId }: Session): Promise<LiveMessage[]> {
    const [agent, handoffs] = await Promise.all([
      this.agents.find(tenant, agentId),
      this.handoffs.list(tenant, agentId),
    ]);
    if (!agent) return [{ type: 'hello' }];
    const messages: LiveMessage[] = [{ type: 'hello', agent: agentView(agent) }];
    const own = handoffs.find((handoff) => handoff.agentId === agentId && isWithAgent(handoff.state));
    if (!own) return messages;
    const { handoffId, conversationId } = own;
    this.clients.enterHandoff(client, handoffId, conversationId);
    const packet = await this.#find(own.previousConversationId || conversationId);
    const handoff = handoffView(own);
    if (!isTaken(own.state)) return [...messages, { type: 'offer', handoff, conversationId, packet }];
    messages.push({ type: 'handoff', handoff });
    if (packet) messages.push({ type: 'packet', conversationId, packet });
    const consult = await this.#consultOf(own);
    return consult.length > 0 ? [...messages, { type: 'consult', lines: consult }] : messages;
  }

  /** What the two told each other stands in the consult's own handoff, which one of them asked for. */
  async #consultOf({ consult, transfer }: Handoff): Promise<Handoff['consult']> {
    if (!transfer) return consult;
    try {
      return (await this.handoffs.get(transfer.nextHandoffId)).consult;
    } catch (thrown) {
      if (errorCode(thrown) !== 'not-found') throw thrown;
      return [];
    }
  }

  async #packet(conversationId: string): Promise<LiveMessage[]> {
    const packet = await this.#find(conversationId);
    return packet ? [{ type: 'packet', conversationId, packet }] : [];
  }

  /** Without a context store the page still works: it shows what it hears. */
  async #find(conversationId: string): Promise<PacketView | null> {
    try {
      return await this.packets.get(conversationId);
    } catch (thrown) {
      if (errorCode(thrown) === 'unknown') throw thrown;
      return null;
    }
  }
}
