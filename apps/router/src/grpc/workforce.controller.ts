import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { BatonError } from '@baton/kernel';
import type {
  Agent as AgentMessage,
  HeartbeatRequest,
  ListAgentsRequest,
  RegisterAgentRequest,
  RegisterAgentsRequest,
  RegisterAgentsResponse,
  SetPresenceRequest,
} from '@baton/contracts';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Agent } from '../domain/workforce/agent.js';
import { agentMessage } from '../domain/workforce/agent-message.js';
import { setPresence, wantedPresence } from '../domain/workforce/presence.js';
import { Agents } from '../store/agents.js';
import { registerAll } from '../store/register-all.js';
import { profileOf } from './profile-of.js';
import { redactedText } from './redacted-text.js';

/** So many agents are named in one request at most. */
const mostAtOnce = 1_000;

/** WorkforceService: the people who take handoffs. */
@Controller()
export class WorkforceController {
  constructor(
    @Inject(Agents) private readonly agents: Agents,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  @GrpcMethod('WorkforceService', 'RegisterAgent')
  async registerAgent(request: RegisterAgentRequest): Promise<{ agent: AgentMessage }> {
    this.#requireTenant(request.tenantId);
    return this.#shown(await this.agents.register(request.commandId, profileOf(request, request.tenantId)));
  }

  @GrpcMethod('WorkforceService', 'RegisterAgents')
  async registerAgents({
    commandId,
    tenantId,
    agents,
  }: RegisterAgentsRequest): Promise<RegisterAgentsResponse> {
    this.#requireTenant(tenantId);
    requireFew(agents);
    const profiles = agents.map((agent) => profileOf(agent, tenantId));
    return registerAll(this.agents, commandId, profiles);
  }

  @GrpcMethod('WorkforceService', 'Heartbeat')
  async heartbeat({ tenantId, agentIds }: HeartbeatRequest): Promise<object> {
    this.#requireTenant(tenantId);
    requireFew(agentIds);
    await Promise.all([...new Set(agentIds)].map((agentId) => this.agents.heard(tenantId, agentId)));
    return {};
  }

  @GrpcMethod('WorkforceService', 'SetPresence')
  async setPresence(request: SetPresenceRequest): Promise<{ agent: AgentMessage }> {
    const wanted = wantedPresence(request.presence);
    const reason = redactedText(request.reason, 'en', 200);
    const { tenantId, agentId, commandId } = request;
    const agent = await this.agents.command(tenantId, agentId, commandId, (known, now) =>
      setPresence(known, wanted, reason, now),
    );
    return this.#shown(agent);
  }

  @GrpcMethod('WorkforceService', 'ListAgents')
  async listAgents({ tenantId, page }: ListAgentsRequest): Promise<{ agents: AgentMessage[] }> {
    if (tenantId === '') throw new BatonError('invalid-argument', 'tenant_id is missing.');
    const { afterAgentId = '', limit = 0 } = page ?? {};
    const after = (await this.agents.all(tenantId)).filter(({ agentId }) => agentId > afterAgentId);
    const listed = limit > 0 ? after.slice(0, limit) : after;
    return { agents: listed.map((agent) => this.#shown(agent).agent) };
  }

  #requireTenant(tenantId: string): void {
    if (this.platform.packs.tenants().includes(tenantId)) return;
    throw new BatonError('invalid-argument', 'tenant_id must name a tenant whose pack is loaded.');
  }

  #shown(agent: Agent): { agent: AgentMessage } {
    return { agent: agentMessage(agent, this.platform.clock.now()) };
  }
}

function requireFew(list: readonly unknown[]): void {
  if (list.length <= mostAtOnce) return;
  throw new BatonError(
    'invalid-argument',
    `At most ${mostAtOnce} agents a request: send the rest in another.`,
  );
}
