import type { RegisterAgentRequest, Shift } from '@baton/contracts';
import type { Weekday, WeeklyHours } from '@baton/policy';
import type { AgentProfile } from '../domain/workforce/register-agent.js';

/** The profile a request describes; what is wrong with it is found when it is registered. */
export function profileOf(request: RegisterAgentRequest, tenantId: string): AgentProfile {
  const { agentId, name, skills, languages, workplace, capacity, shift } = request;
  return {
    agentId,
    tenantId,
    name,
    skills,
    languages,
    ...(workplace ? { workplace } : {}),
    ...(capacity ? { capacity } : {}),
    ...(shift ? { shift: hoursOf(shift) } : {}),
  };
}

function hoursOf({ timezone, windows, closed }: Shift): WeeklyHours {
  return {
    timezone,
    open: windows.map(({ days, from, to }) => ({ days: days as Weekday[], from, to })),
    ...(closed.length > 0 ? { closed } : {}),
  };
}
