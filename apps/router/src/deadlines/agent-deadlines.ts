import { Inject, Injectable } from '@nestjs/common';
import { DeadlineRunner, type OutboxRepository } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { hasAgentOnTheLine, type Handoff } from '../domain/handoff/handoff.js';
import type { Agent } from '../domain/workforce/agent.js';
import { engage, letGo } from '../domain/workforce/take-work.js';
import { Agents } from '../store/agents.js';
import { Handoffs } from '../store/handoffs.js';
import { AGENT_REPOSITORY } from '../store/tokens.js';

/** Frees an agent whose reservation nobody used; one whose acceptance is only late to be heard of is kept. */
@Injectable()
export class AgentDeadlines {
  constructor(
    @Inject(PLATFORM) platform: Platform,
    @Inject(AGENT_REPOSITORY) repository: OutboxRepository<Agent>,
    @Inject(Agents) agents: Agents,
    @Inject(Handoffs) handoffs: Handoffs,
  ) {
    const runner = new DeadlineRunner<Agent>({
      repository,
      clock: platform.clock,
      onDeadline: async ({ state: { tenantId, agentId, slot }, cause }) => {
        if (slot.kind !== 'reserved') return;
        const { handoffId, conversationId, token } = slot;
        const theirs = accepted(await handoffs.find(handoffId), agentId, token);
        await agents.apply(tenantId, agentId, { ...cause, correlationId: conversationId }, (agent, now) =>
          theirs
            ? engage(agent, { handoffId, conversationId, token }, now)
            : letGo(agent, handoffId, token, 'reservation-expired', now),
        );
      },
      onError: (thrown) => platform.logger.warn({ err: thrown }, 'a reservation will be ended again'),
    });
    platform.runInBackground({ start: () => runner.start(), stop: () => runner.stop() });
  }
}

function accepted(handoff: Handoff | undefined, agentId: string, token: number): boolean {
  return handoff !== undefined && hasAgentOnTheLine(handoff, agentId, token);
}
