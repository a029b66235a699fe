import { AgentRegistered } from '@baton/contracts';
import { draft } from '@baton/persistence';
import type { WeeklyHours } from '@baton/policy';
import type { Agent, AgentOutcome, Capacity, Workplace } from './agent.js';
import { shiftMessage } from './agent-message.js';
import { checkProfile } from './check-profile.js';
import { keepShift } from './shift.js';

export interface AgentProfile {
  readonly agentId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly skills: Readonly<Record<string, number>>;
  readonly languages: readonly string[];
  readonly workplace?: Workplace;
  readonly capacity?: Capacity;
  readonly shift?: WeeklyHours;
}

/** What an agent can take where neither they nor the pack say anything: one conversation at a time, of any channel. */
export const oneAtATime: Capacity = { voice: 1, chat: 1, voiceWithChats: false };
const nowhere: Workplace = { team: '', site: '', country: '' };

/**
 * Makes an agent known, offline at first, or changes what they can do. Undefined where nothing changes.
 * Throws `invalid-argument`.
 */
export function registerAgent(
  agent: Agent | undefined,
  profile: AgentProfile,
  now: number,
): AgentOutcome | undefined {
  checkProfile(profile);
  const { agentId, tenantId, name, skills, languages, shift } = profile;
  const { workplace = nowhere, capacity = oneAtATime } = profile;
  const described = {
    name,
    skills,
    languages,
    workplace,
    capacity,
    ...(shift === undefined ? {} : { shift }),
  };
  if (agent && sameProfile(agent, described)) return undefined;
  const { shift: _old, ...known } = agent ?? newAgent(agentId, tenantId, now);
  const changed: Agent = { ...known, ...described };
  const registered = {
    agentId,
    tenantId,
    skills: { ...skills },
    languages: [...languages],
    workplace,
    capacity,
    shift: shiftMessage(shift),
  };
  const kept = keepShift(changed, now) ?? { agent: changed, events: [] };
  return { agent: kept.agent, events: [draft(AgentRegistered, agentId, registered), ...kept.events] };
}

function newAgent(agentId: string, tenantId: string, now: number): Agent {
  return {
    agentId,
    tenantId,
    name: '',
    skills: {},
    languages: [],
    workplace: nowhere,
    capacity: oneAtATime,
    onShift: true,
    presence: 'offline',
    presenceReason: '',
    presenceSince: now,
    idleSince: now,
    slots: [],
    token: 0,
    leaseToken: 0,
    noAnswers: 0,
    worked: { signedInAt: now, busyMs: 0 },
    revision: 0,
  };
}

function sameProfile(agent: Agent, described: Omit<AgentProfile, 'agentId' | 'tenantId'>): boolean {
  const { name, skills, languages, workplace, capacity, shift } = agent;
  const text = (profile: typeof described) =>
    JSON.stringify({
      ...profile,
      skills: Object.entries(profile.skills).sort(([a], [b]) => (a < b ? -1 : 1)),
    });
  return (
    text({ name, skills, languages, workplace, capacity, ...(shift === undefined ? {} : { shift }) }) ===
    text(described)
  );
}
