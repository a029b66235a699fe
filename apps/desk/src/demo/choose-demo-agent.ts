import { Presence, type Agent } from '@baton/contracts';
import type { CallScript, DemoAgent } from '@baton/packs';

/**
 * Whom to make available so that somebody can take the demo call: undefined where somebody can already, or nobody fits.
 * `preferred` is who sits at the desk that started it; then whoever is best at what the call needs.
 */
export function chooseDemoAgent(
  script: Pick<CallScript, 'expect' | 'lang'>,
  demoAgents: readonly Pick<DemoAgent, 'id'>[],
  agents: readonly Agent[],
  preferred: string | undefined,
): string | undefined {
  const skills = script.expect?.skillsAnyOf ?? [];
  const language = script.expect?.language ?? script.lang;
  const fitting = agents.filter(
    (agent) =>
      agent.languages.includes(language) &&
      (skills.length === 0 || skills.some((skill) => agent.skills[skill] !== undefined)),
  );
  if (fitting.some(isReady)) return undefined;
  const isDemo = (agent: Agent) => demoAgents.some(({ id }) => id === agent.agentId);
  const best = (agent: Agent) => Math.max(0, ...skills.map((skill) => agent.skills[skill] ?? 0));
  const rank = (agent: Agent) => (agent.agentId === preferred ? Infinity : best(agent));
  return fitting
    .filter((agent) => isDemo(agent) && canBecomeReady(agent))
    .sort((one, other) => (rank(one) < rank(other) ? 1 : rank(one) > rank(other) ? -1 : 0))[0]?.agentId;
}

function isReady({ presence, handoffId }: Agent): boolean {
  return presence === Presence.PRESENCE_AVAILABLE && handoffId === '';
}

function canBecomeReady({ presence, handoffId }: Agent): boolean {
  return handoffId === '' && presence !== Presence.PRESENCE_BUSY && presence !== Presence.PRESENCE_WRAP_UP;
}
