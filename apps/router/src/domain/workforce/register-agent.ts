import { BatonError } from '@baton/kernel';
import { AgentRegistered } from '@baton/contracts';
import { draft } from '@baton/persistence';
import type { Agent, AgentOutcome } from './agent.js';

export interface AgentProfile {
  readonly agentId: string;
  readonly tenantId: string;
  readonly name: string;
  readonly skills: Readonly<Record<string, number>>;
  readonly languages: readonly string[];
}

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
  const { agentId, tenantId, name, skills, languages } = profile;
  if (agent && sameProfile(agent, profile)) return undefined;
  const changed: Agent = agent
    ? { ...agent, name, skills, languages }
    : {
        ...profile,
        presence: 'offline',
        presenceReason: '',
        presenceSince: now,
        idleSince: now,
        slot: { kind: 'free' },
        token: 0,
        noAnswers: 0,
        revision: 0,
      };
  const registered = { agentId, tenantId, skills: { ...skills }, languages: [...languages] };
  return { agent: changed, events: [draft(AgentRegistered, agentId, registered)] };
}

function checkProfile({ agentId, languages, skills }: AgentProfile): void {
  const wrong = (message: string) => new BatonError('invalid-argument', message);
  if (agentId === '') throw wrong('agent_id is missing.');
  if (languages.length === 0) throw wrong('languages is empty: an agent speaks at least one.');
  const odd = Object.entries(skills).find(([, level]) => !Number.isInteger(level) || level < 1 || level > 5);
  if (odd) throw wrong(`The proficiency of ${odd[0]} must be a whole number from 1 to 5.`);
}

function sameProfile(agent: Agent, { name, skills, languages }: AgentProfile): boolean {
  const names = Object.keys(skills);
  return (
    agent.name === name &&
    agent.languages.length === languages.length &&
    agent.languages.every((language, index) => language === languages[index]) &&
    names.length === Object.keys(agent.skills).length &&
    names.every((skill) => agent.skills[skill] === skills[skill])
  );
}
