import type { Agent } from '@baton/contracts';
import { presenceName } from './names.js';

/** An agent as the pages get them. */
export function agentView(agent: Agent) {
  const { agentId, name, skills, languages, presence, handoffId, presenceSinceMs } = agent;
  return { agentId, name, skills, languages, presence: presenceName(presence), handoffId, presenceSinceMs };
}

export type AgentView = ReturnType<typeof agentView>;
