import { bestScore, fillAgent, idleDecides, speaks, type GroupSpread } from '@baton/policy';
import type { Place } from '../domain/handoff/queue-view.js';
import { primaryTag } from '../domain/words.js';
import type { AgentGroup, AgentIndex, FreeAgent } from './agent-index.js';
import { compareScored, type AgentScore, type ScoredAgent } from './agent-score.js';

/** More agents than this are not compared for one caller: those longest idle in the best groups are. */
export const mostCompared = 500;

/** A group and what the best of it could reach. */
interface Reach {
  readonly group: AgentGroup;
  readonly spread: GroupSpread;
  readonly score: number;
  readonly proficiency: number;
  readonly speaks: boolean;
}

/**
 * The best free agent for this place now, as the pack's weights rank them. Groups of agents who are alike are looked at from the one
 * that could reach most points down, until none that is left could beat who was found. `singles` are compared one by one: those who
 * differ from their group in more than how long they are idle.
 */
export function findAgent(
  scoring: AgentScore,
  agents: AgentIndex,
  singles: readonly string[] = [],
): ScoredAgent | undefined {
  const { place, now } = scoring;
  if (!place.queueOpen || agents.size === 0) return undefined;
  const fits = (agent: FreeAgent) => !isExcluded(place, agent, now) && scoring.fits(agent).ok;
  let best: ScoredAgent | undefined;
  const consider = (agent: FreeAgent): void => {
    const scored = scoring.of(agent);
    if (!best || compareScored(scored, best) < 0) best = scored;
  };
  for (const agentId of singles) {
    const agent = agents.get(agentId);
    if (agent && fits(agent)) consider(agent);
  }
  let compared = 0;
  for (const reach of reaches(scoring, agents)) {
    if (best && cannotBeat(reach, best)) break;
    const firstWins = !reach.spread.proficiency && idleDecides(scoring.rules.prefer, reach.spread);
    for (const agent of reach.group.agents) {
      if (singles.includes(agent.id) || !fits(agent)) continue;
      consider(agent);
      compared += 1;
      if (firstWins || compared >= mostCompared) break;
    }
    if (compared >= mostCompared) break;
  }
  return best;
}

/** The agent who was held in advance for this place, if they are still free for it. */
export function findHeld(scoring: AgentScore, agents: AgentIndex, agentId: string): ScoredAgent | undefined {
  const { place, now } = scoring;
  const agent = agents.get(agentId);
  if (!agent || !place.queueOpen || isExcluded(place, agent, now) || !scoring.fits(agent).ok)
    return undefined;
  return scoring.of(agent);
}

/** Whether the agent said no, or nothing, to this caller a moment ago and has not become free anew since. */
export function isExcluded(
  { excluded }: Place,
  agent: Pick<FreeAgent, 'id' | 'idleSince'>,
  now: number,
): boolean {
  return excluded.some(
    ({ agentId, from, until }) => agentId === agent.id && until > now && agent.idleSince <= from,
  );
}

/** The groups somebody could be found in, those that could reach most first. */
function reaches(scoring: AgentScore, agents: AgentIndex): Reach[] {
  const { requirements, place, skills, rules } = scoring;
  const overflow = requirements.ways.length > 1;
  const lowest = new Map<string, number>();
  for (const { skills: needed, minProficiency } of requirements.ways) {
    const key = needed[0] ?? '';
    lowest.set(key, Math.min(lowest.get(key) ?? 5, key === '' ? 0 : minProficiency));
  }
  if (lowest.has('')) for (const key of [...lowest.keys()]) if (key !== '') lowest.delete(key);
  // With one skill asked for that is not the queue's, nobody is better in it than the best who is here.
  const most = skills.map((skill) => agents.bestIn(skill));
  const found: Reach[] = [];
  for (const [key, min] of lowest) {
    const others = skills.filter((skill) => skill !== key);
    const [second] = others;
    const pairs = second !== undefined && key !== '' ? agents.groupsOfPair(key, second) : undefined;
    for (const group of pairs ?? agents.groupsOf(key)) {
      if (group.proficiency < min) continue;
      const talks = speaks(group.sample, place.language);
      if (!requirements.anyLanguage && !talks) continue;
      const alike = others.length === 0 || (others.length === 1 && pairs !== undefined);
      const levelIn = (skill: string, n: number): number => {
        if (skill === key) return group.proficiency;
        return pairs && skill === second ? group.second : most[n]!;
      };
      const sum = skills.reduce((total, skill, n) => total + levelIn(skill, n), 0);
      const proficiency = skills.length === 0 ? 0 : sum / skills.length;
      const idle = group.agents.first()!.idleSince;
      const spread = { proficiency: !alike, overflow, idleSeconds: (scoring.now - idle) / 1000 };
      found.push({
        group,
        spread,
        score: reachOf(scoring, group, spread, proficiency),
        proficiency,
        speaks: talks,
      });
    }
  }
  const order = rules.prefer.length === 0 ? byProficiency : byScore;
  return found.sort(order);
}

function reachOf(
  scoring: AgentScore,
  { sample }: AgentGroup,
  spread: GroupSpread,
  proficiency: number,
): number {
  const { prefer } = scoring.rules;
  if (prefer.length === 0) return 0;
  const { team, site, country } = sample.workplace;
  fillAgent(scoring.values, {
    proficiency,
    speaks: speaks(sample, scoring.place.language),
    language: primaryTag(sample.languages[0] ?? ''),
    team,
    site,
    country,
    idleSeconds: spread.idleSeconds,
    occupancy: 0,
    load: sample.load,
    // Who knows the customer is compared by themselves; the rest of the group does not.
    knowsCustomer: false,
    overflow: false,
  });
  return bestScore(prefer, scoring.values, spread);
}

function cannotBeat(reach: Reach, best: ScoredAgent): boolean {
  if (reach.score !== best.score) return reach.score < best.score;
  if (reach.proficiency !== best.proficiency) return reach.proficiency < best.proficiency;
  return !reach.speaks && best.speaks;
}

function byScore(a: Reach, b: Reach): number {
  return b.score - a.score || byProficiency(a, b);
}

function byProficiency(a: Reach, b: Reach): number {
  return b.proficiency - a.proficiency || Number(b.speaks) - Number(a.speaks);
}
