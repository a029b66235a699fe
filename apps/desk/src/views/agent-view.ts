import type { Agent } from '@baton/contracts';
import { presenceName } from './names.js';

/** An agent as the pages get them. */
export function agentView(agent: Agent) {
  const { agentId, name, skills, languages, presence, handoffId, presenceSinceMs, standing } = agent;
  const presenceReason = standing?.presenceReason ?? '';
  return {
    agentId,
    name,
    skills,
    languages,
    presence: presenceName(presence),
    presenceReason,
    handoffId,
    presenceSinceMs,
  };
}

export type AgentView = ReturnType<typeof agentView>;
