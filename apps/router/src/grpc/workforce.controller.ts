import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { BatonError } from '@baton/kernel';
import type {
  Agent as AgentMessage,
  ListAgentsRequest,
  RegisterAgentRequest,
  SetPresenceRequest,
} from '@baton/contracts';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { agentMessage } from '../domain/workforce/agent-message.js';
import { setPresence, wantedPresence } from '../domain/workforce/presence.js';
import { Agents } from '../store/agents.js';
import { redactedText } from './redacted-text.js';

/** WorkforceService: the people who take handoffs. */
@Controller()
export class WorkforceController {
  constructor(
    @Inject(Agents) private readonly agents: Agents,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  @GrpcMethod('WorkforceService', 'RegisterAgent')
  async registerAgent({ commandId, ...profile }: RegisterAgentRequest): Promise<{ agent: AgentMessage }> {
    if (!this.platform.packs.tenants().includes(profile.tenantId)) {
      throw new BatonError('invalid-argument', 'tenant_id must name a tenant whose pack is loaded.');
    }
    return { agent: agentMessage(await this.agents.register(commandId, profile)) };
  }

  @GrpcMethod('WorkforceService', 'SetPresence')
  async setPresence(request: SetPresenceRequest): Promise<{ agent: AgentMessage }> {
    const wanted = wantedPresence(request.presence);
    const reason = redactedText(request.reason, 'en', 200);
    const { tenantId, agentId, commandId } = request;
    const agent = await this.agents.command(tenantId, agentId, commandId, (known, now) =>
      setPresence(known, wanted, reason, now),
    );
    return { agent: agentMessage(agent) };
  }

  @GrpcMethod('WorkforceService', 'ListAgents')
  async listAgents({ tenantId }: ListAgentsRequest): Promise<{ agents: AgentMessage[] }> {
    if (tenantId === '') throw new BatonError('invalid-argument', 'tenant_id is missing.');
    return { agents: (await this.agents.all(tenantId)).map(agentMessage) };
  }
}
