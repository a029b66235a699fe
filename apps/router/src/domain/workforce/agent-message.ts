import type { Agent as AgentMessage, Shift } from '@baton/contracts';
import type { WeeklyHours } from '@baton/policy';
import { presenceMessage } from '../words.js';
import { handoffIn, occupancy, type Agent } from './agent.js';

/** An agent as they are shown at a moment. */
export function agentMessage(agent: Agent, now: number): AgentMessage {
  return {
    agentId: agent.agentId,
    tenantId: agent.tenantId,
    name: agent.name,
    skills: { ...agent.skills },
    languages: [...agent.languages],
    presence: presenceMessage(agent.presence),
    handoffId: handoffIn(agent),
    presenceSinceMs: agent.presenceSince,
    workplace: { ...agent.workplace },
    capacity: { ...agent.capacity },
    shift: shiftMessage(agent.shift),
    standing: {
      presenceReason: agent.presenceReason,
      handoffIds: agent.slots.map(({ handoffId }) => handoffId),
      onShift: agent.onShift,
      occupancy: Number(occupancy(agent, now).toFixed(3)),
      heardAtMs: agent.heardAt ?? 0,
    },
  };
}

/** A shift as it is published. */
export function shiftMessage(shift: WeeklyHours | undefined): Shift | undefined {
  return (
    shift && {
      timezone: shift.timezone,
      windows: shift.open.map(({ days, from, to }) => ({ days: [...days], from, to })),
      closed: [...(shift.closed ?? [])],
    }
  );
}
