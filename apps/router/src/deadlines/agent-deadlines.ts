import { Inject, Injectable } from '@nestjs/common';
import { DeadlineRunner, type OutboxRepository } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Agent } from '../domain/workforce/agent.js';
import { letGo } from '../domain/workforce/take-work.js';
import { Agents } from '../store/agents.js';
import { AGENT_REPOSITORY } from '../store/tokens.js';

/** Frees an agent whose reservation nobody used, whatever became of the handoff. */
@Injectable()
export class AgentDeadlines {
  constructor(
    @Inject(PLATFORM) platform: Platform,
    @Inject(AGENT_REPOSITORY) repository: OutboxRepository<Agent>,
    @Inject(Agents) agents: Agents,
  ) {
    const runner = new DeadlineRunner<Agent>({
      repository,
      clock: platform.clock,
      onDeadline: async ({ state: { tenantId, agentId, slot }, cause }) => {
        if (slot.kind !== 'reserved') return;
        const { handoffId, conversationId: correlationId, token } = slot;
        await agents.apply(tenantId, agentId, { ...cause, correlationId }, (agent, now) =>
          letGo(agent, handoffId, token, 'reservation-expired', now),
        );
      },
      onError: (thrown) => platform.logger.warn({ err: thrown }, 'a reservation will be ended again'),
    });
    platform.runInBackground({ start: () => runner.start(), stop: () => runner.stop() });
  }
}
