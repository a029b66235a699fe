import { Inject, Injectable } from '@nestjs/common';
import { DeadlineRunner, type OutboxRepository } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Agent } from '../domain/workforce/agent.js';
import { agentDue } from '../domain/workforce/agent-deadline.js';
import { SteadyClock } from '../steady-clock.js';
import { Agents } from '../store/agents.js';
import { AGENT_REPOSITORY } from '../store/tokens.js';

/** Frees agents whose reservation nobody used, whatever became of the handoff; sends home whose desk is silent or whose shift is over. */
@Injectable()
export class AgentDeadlines {
  constructor(
    @Inject(PLATFORM) platform: Platform,
    @Inject(AGENT_REPOSITORY) repository: OutboxRepository<Agent>,
    @Inject(Agents) agents: Agents,
  ) {
    const steady = new SteadyClock(platform.clock);
    const runner = new DeadlineRunner<Agent>({
      repository,
      clock: platform.clock,
      onDeadline: async ({ state: { tenantId, agentId }, cause }) => {
        const times = { silentMs: agents.rules(tenantId).silentMs, steadySince: steady.since() };
        await agents.apply(tenantId, agentId, cause, (agent, now) => agentDue(agent, times, now));
      },
      onError: (thrown) => platform.logger.warn({ err: thrown }, 'an agent will be looked at again'),
    });
    platform.runInBackground({ start: () => runner.start(), stop: () => runner.stop() });
  }
}
