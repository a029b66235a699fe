import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import type { Handoff } from '@baton/contracts';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { Agents } from '../peers/agents.js';
import { Handoffs } from '../peers/handoffs.js';
import { Packets } from '../peers/packets.js';
import { agentView } from '../views/agent-view.js';
import { handoffView } from '../views/handoff-view.js';
import { LiveClients } from './live-clients.js';
import { isWithAgent } from './open-states.js';
import { Renewer } from './renewer.js';

/** What changed is asked for again and pushed whole: a page never has to piece state together from events. */
@Injectable()
export class Renewals {
  /** By handoff id. */
  readonly handoff = this.#renewer((handoffId) => this.#handoff(handoffId));
  /** By conversation id. */
  readonly packet = this.#renewer((conversationId) => this.#packet(conversationId));
  /** By agent id. */
  readonly agent = this.#renewer((agentId) => this.#agent(agentId));

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(LiveClients) private readonly clients: LiveClients,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Packets) private readonly packets: Packets,
  ) {}

  async #handoff(handoffId: string): Promise<void> {
    const handoff = await this.handoffs.get(handoffId);
    this.#follow(handoff);
    const { tenantId, conversationId } = handoff;
    const clients = new Set([...this.clients.ofTenant(tenantId), ...this.clients.following(conversationId)]);
    this.clients.push([...clients], { type: 'handoff', handoff: handoffView(handoff) });
  }

  /** An agent's pages follow the conversation from the offer to the end of wrap-up. */
  #follow({ handoffId, conversationId, tenantId, agentId, state }: Handoff): void {
    const owners = isWithAgent(state) ? this.clients.ofAgent(agentId, tenantId) : [];
    for (const client of this.clients.following(conversationId)) {
      if (client.handoff?.handoffId === handoffId && !owners.includes(client))
        this.clients.leaveHandoff(client);
    }
    for (const client of owners) this.clients.enterHandoff(client, handoffId, conversationId);
  }

  async #packet(conversationId: string): Promise<void> {
    if (!this.clients.isFollowed(conversationId)) return;
    const packet = await this.packets.get(conversationId);
    this.clients.push(this.clients.following(conversationId), { type: 'packet', conversationId, packet });
  }

  async #agent(agentId: string): Promise<void> {
    for (const tenantId of this.clients.tenantsOf(agentId)) {
      const agent = await this.agents.find(tenantId, agentId);
      if (agent) {
        this.clients.push(this.clients.ofAgent(agentId, tenantId), {
          type: 'agent',
          agent: agentView(agent),
        });
      }
    }
  }

  /** Also what nobody foresaw must not end the process: the next change renews it all. */
  #renewer(work: (key: string) => Promise<void>): Renewer {
    return new Renewer(work, (thrown) => {
      const details = thrown instanceof BatonError ? { code: thrown.code } : { err: thrown };
      this.platform.logger.warn(details, 'pages may show an old state until the next change');
    });
  }
}
