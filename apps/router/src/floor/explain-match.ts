import type { MatchExplanation } from '@baton/contracts';
import { headStart, proficiencyIn, speaks } from '@baton/policy';
import { canTake, type Agent } from '../domain/workforce/agent.js';
import { slotKindOf } from '../domain/workforce/slot.js';
import { freeAgentOf, type AgentIndex, type FreeAgent } from './agent-index.js';
import { callerOf, compareScored, type AgentScore, type ScoredAgent } from './agent-score.js';
import { isExcluded } from './find-agent.js';
import type { Waiting } from './waiting-line.js';

/** So many agents who were not taken are named, and so many weights. */
const mostNamed = 5;
const mostWeights = 20;
/** Agents looked at to find those worth naming. */
const mostLookedAt = 12;

/** What an explanation is made of. */
export interface MatchFacts {
  readonly scoring: AgentScore;
  readonly waiting: Waiting;
  readonly taken: ScoredAgent;
  readonly index: AgentIndex;
  /** Anybody of the tenant, as they stand. */
  agent(agentId: string): Agent | undefined;
  readonly heldInAdvance: boolean;
}

/** Why this agent, in one sentence for the record. */
export function whyTaken({ scoring, taken, index, heldInAdvance }: MatchFacts): string {
  const { place, queue } = scoring;
  const { agent } = taken;
  const { via = queue.name } = scoring.fits(agent);
  const levels =
    scoring.skills.map((skill) => `${skill} ${proficiencyIn(agent, skill)}`).join(', ') ||
    'no skill asked for';
  const language = speaks(agent, place.language)
    ? `speaks ${place.language}`
    : `does not speak ${place.language}`;
  const points = scoring.rules.prefer.length > 0 ? `, ${round(taken.score)} points` : '';
  const how = heldInAdvance ? 'held in advance, since the risk rose' : `best of ${index.size} free`;
  return `Serves ${via} (${levels}), ${language}${points}; ${how}.`;
}

/** Why this agent, why not that one, why this wait. */
export function explainMatch(facts: MatchFacts): MatchExplanation {
  const { scoring, waiting, taken, index, heldInAdvance } = facts;
  const { place, now, rules } = scoring;
  const waitedMs = Math.max(0, now - place.waitingSince);
  const given = headStart(rules, callerOf(place)).parts.map(({ when, add }) => ({
    weight: `+${add} s for ${when}`.replace('+-', '-'),
    points: add,
  }));
  const { pull } = waiting.ranking;
  if (waiting.pulled && pull)
    given.push({ weight: `+${pull.add} s near the service level`, points: pull.add });
  const interpreter = (scoring.queue.steps ?? []).some(
    (step) => step.interpreter === true && waitedMs >= step.afterSeconds * 1000,
  );
  return {
    points: scoring.points(taken.agent).slice(0, mostWeights),
    whyNot: passedOver(facts),
    whyWaited: whyWaited(facts, waitedMs),
    waitedMs,
    headStart: given.slice(0, mostWeights),
    free: index.size,
    interpreterNeeded: interpreter && !taken.speaks,
    heldInAdvance,
    language: place.language,
  };
}

/** Who the reader would have expected: those who know the customer, those who come next, and free ones who did not qualify. */
function passedOver(facts: MatchFacts): MatchExplanation['whyNot'] {
  const { scoring, taken } = facts;
  const named = new Map<string, string>();
  for (const agentId of scoring.place.knownAgents ?? []) {
    if (agentId === taken.agent.id) continue;
    const why = whyNotThem(agentId, facts);
    if (why !== undefined) named.set(agentId, `Knows the customer, but ${why}.`);
  }
  const others: ScoredAgent[] = [];
  const unfit: FreeAgent[] = [];
  let looked = 0;
  for (const agent of nearest(facts)) {
    if (looked >= mostLookedAt) break;
    looked += 1;
    if (agent.id === taken.agent.id || named.has(agent.id)) continue;
    if (scoring.fits(agent).ok && !isExcluded(scoring.place, agent, scoring.now))
      others.push(scoring.of(agent));
    else unfit.push(agent);
  }
  for (const other of others.sort(compareScored).slice(0, 3))
    named.set(other.agent.id, whyLess(other, facts));
  for (const agent of unfit) {
    if (named.size >= mostNamed) break;
    named.set(
      agent.id,
      isExcluded(scoring.place, agent, scoring.now)
        ? 'Did not take this caller a moment ago.'
        : scoring.fits(agent).why,
    );
  }
  return [...named].slice(0, mostNamed).map(([agentId, why]) => ({ agentId, why }));
}

/** Free agents with the skill that matters, best first. */
function* nearest({ scoring, index }: MatchFacts): Iterable<FreeAgent> {
  const key = scoring.skills[0] ?? scoring.queue.skills[0] ?? '';
  const groups = [...index.groupsOf(key)].sort((a, b) => b.proficiency - a.proficiency);
  for (const { agents } of groups) yield* agents;
  if (groups.length === 0) yield* index.all();
}

/** Why somebody who could be expected was not asked; undefined where nobody knows them here. */
function whyNotThem(agentId: string, facts: MatchFacts): string | undefined {
  const { scoring } = facts;
  const agent = facts.agent(agentId);
  if (!agent) return undefined;
  if (agent.presence === 'offline') return 'is offline';
  if (agent.presence === 'break') return 'is on break';
  if (!agent.onShift) return 'is out of shift';
  if (!canTake(agent, slotKindOf(scoring.place.channel))) return 'is with somebody else';
  const free = freeAgentOf(agent);
  if (isExcluded(scoring.place, free, scoring.now)) return 'did not take this caller a moment ago';
  const fit = scoring.fits(free);
  if (!fit.ok) return lower(fit.why).replace(/\.$/, '');
  return lower(whyLess(scoring.of(free), facts)).replace(/\.$/, '');
}

function whyLess(other: ScoredAgent, { taken, heldInAdvance }: MatchFacts): string {
  if (heldInAdvance) return 'Another was held in advance.';
  if (other.heldForAnother && !taken.heldForAnother && other.score === taken.score)
    return 'Held in advance for another conversation.';
  if (other.score !== taken.score) return `${round(other.score)} points, fewer than ${round(taken.score)}.`;
  if (other.proficiency !== taken.proficiency)
    return `Proficiency ${round(other.proficiency)}, less than ${round(taken.proficiency)}.`;
  if (other.speaks !== taken.speaks) return "Does not speak the caller's language.";
  if (other.agent.load !== taken.agent.load)
    return `In ${other.agent.load} conversations, more than ${taken.agent.load}.`;
  return 'Free for a shorter time.';
}

function whyWaited({ scoring, taken, waiting }: MatchFacts, waitedMs: number): string {
  const { place, queue, requirements } = scoring;
  if (waitedMs < 1_000 && place.excluded.length === 0) return 'Not at all: somebody was free.';
  const reasons: string[] = [];
  const tried = place.excluded.length;
  if (tried > 0)
    reasons.push(`${tried} ${tried === 1 ? 'agent was' : 'agents were'} asked and did not take it`);
  const seconds = waitedMs / 1000;
  const reached = (queue.steps ?? []).filter(({ afterSeconds }) => afterSeconds <= seconds);
  if (!taken.speaks && requirements.anyLanguage) {
    const step = reached.find(({ language }) => language === 'any');
    reasons.push(
      `nobody who speaks ${place.language} was free, and after ${step?.afterSeconds ?? 0} s any language would do`,
    );
  }
  const { via } = scoring.fits(taken.agent);
  const overflow = reached.find((step) => step.overflow !== undefined && step.overflow === via);
  if (overflow)
    reasons.push(
      `nobody of ${queue.name} was free, and after ${overflow.afterSeconds} s it overflows to ${via}`,
    );
  if (reasons.length === 0) {
    reasons.push(
      taken.agent.idleSince > place.waitingSince
        ? `everybody who may take ${place.queue} was busy or away until this agent became free`
        : 'this agent could not take the caller before',
    );
  }
  if (waiting.pulled) reasons.push('the service level pulled the caller forward');
  return `${Math.round(seconds)} s: ${reasons.join('; ')}.`;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
