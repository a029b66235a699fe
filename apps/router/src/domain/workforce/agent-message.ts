import type { Agent as AgentMessage } from '@baton/contracts';
import { presenceMessage } from '../words.js';
import { handoffIn, type Agent } from './agent.js';

/** An agent as they are shown. */
export function agentMessage(agent: Agent): AgentMessage {
  return {
    agentId: agent.agentId,
    tenantId: agent.tenantId,
    name: agent.name,
    skills: { ...agent.skills },
    languages: [...agent.languages],
    presence: presenceMessage(agent.presence),
    handoffId: handoffIn(agent),
    presenceSinceMs: agent.presenceSince,
  };
}
