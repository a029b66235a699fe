import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import type { Agent, Presence } from '@baton/contracts';
import { unary } from '@baton/rpc';
import { DeskPeers } from './desk-peers.js';

/** The people who take handoffs, as the router knows them. */
@Injectable()
export class Agents {
  constructor(@Inject(DeskPeers) private readonly peers: DeskPeers) {}

  async list(tenantId: string): Promise<readonly Agent[]> {
    const { workforce } = this.peers;
    return (await unary(workforce, workforce.listAgents, { tenantId, page: undefined })).agents;
  }

  async find(tenantId: string, agentId: string): Promise<Agent | undefined> {
    return (await this.list(tenantId)).find((agent) => agent.agentId === agentId);
  }

  /** These agents have a page open. */
  async heard(tenantId: string, agentIds: readonly string[]): Promise<void> {
    const { workforce } = this.peers;
    await unary(workforce, workforce.heartbeat, { tenantId, agentIds: [...agentIds] });
  }

  async setPresence(
    commandId: string,
    who: { readonly tenantId: string; readonly agentId: string },
    presence: Presence,
    reason: string,
  ): Promise<Agent> {
    const { workforce } = this.peers;
    const { agent } = await unary(workforce, workforce.setPresence, {
      commandId,
      tenantId: who.tenantId,
      agentId: who.agentId,
      presence,
      reason,
    });
    if (!agent) throw new BatonError('not-found', 'There is no such agent.');
    return agent;
  }
}
