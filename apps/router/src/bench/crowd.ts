import { Channel } from '@baton/contracts';
import type { RoutingConfig } from '@baton/packs';
import { unknownCaller, type Priority } from '@baton/policy';
import type { Handoff } from '../domain/handoff/handoff.js';
import type { Agent } from '../domain/workforce/agent.js';
import { oneOf } from './random.js';

const languages = [['en'], ['en'], ['en'], ['es', 'en'], ['es'], ['fr', 'en'], ['de', 'en']];
const priorities: readonly Priority[] = ['low', 'normal', 'normal', 'normal', 'high', 'urgent'];

/** Weights of every kind, as a large centre would write them. */
export function withWeights(routing: RoutingConfig): RoutingConfig {
  const queues = routing.queues.map((queue) => ({
    ...queue,
    serviceLevel: { ...queue.serviceLevel, pull: { beforeSeconds: 5, add: 60 } },
    priority: [
      { when: 'caller.priority == "urgent"', add: 900 },
      { when: 'caller.priority == "high"', add: 300 },
      { when: 'caller.vulnerable', add: 240 },
      { when: 'caller.segment == "premier"', add: 60 },
    ],
    prefer: [
      { per: 'agent.proficiency', add: 10 },
      { when: 'agent.knowsCustomer', add: 25 },
      { when: 'caller.segment == "premier" && agent.team == "team-1"', add: 8 },
      { when: 'agent.country == "GB"', add: 2 },
      { per: 'agent.idleSeconds', add: 0.001 },
    ],
  }));
  return { ...routing, queues };
}

/** An agent who is free, with one to three skills of the pack. */
export function someAgent(n: number, routing: RoutingConfig, random: () => number, now: number): Agent {
  const skills: Record<string, number> = {};
  for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) {
    skills[oneOf(random, routing.skills).name] = 1 + Math.floor(random() * 5);
  }
  const site = Math.floor(random() * 4);
  return {
    agentId: `agent-${n}`,
    tenantId: 'bench',
    name: `Agent ${n}`,
    skills,
    languages: oneOf(random, languages),
    workplace: {
      team: `team-${Math.floor(random() * 12)}`,
      site: `site-${site}`,
      country: site < 2 ? 'GB' : 'ES',
    },
    capacity: { voice: 1, chat: 3, voiceWithChats: false },
    onShift: true,
    presence: 'available',
    presenceReason: '',
    presenceSince: now,
    idleSince: now - Math.floor(random() * 600_000),
    slots: [],
    token: 0,
    leaseToken: 0,
    noAnswers: 0,
    worked: { signedInAt: now - 3_600_000, busyMs: Math.floor(random() * 3_000_000) },
    revision: 1,
  };
}

/** A caller who waits in a queue of the pack. */
export function someCaller(n: number, routing: RoutingConfig, random: () => number, now: number): Handoff {
  const queue = oneOf(random, routing.queues);
  return {
    handoffId: `handoff-${n}`,
    conversationId: `call-${n}`,
    tenantId: 'bench',
    packSha256: '',
    state: 'queued',
    open: true,
    since: now,
    decisionId: `decision-${n}`,
    reasons: [],
    skills: random() < 0.8 ? queue.skills : [...queue.skills, oneOf(random, routing.skills).name],
    language: oneOf(random, ['en', 'en', 'en', 'es', 'fr', 'de']),
    priority: oneOf(random, priorities),
    channel: random() < 0.8 ? Channel.CHANNEL_PHONE : Channel.CHANNEL_CHAT,
    requestedAt: now,
    caller: {
      ...unknownCaller,
      vulnerable: random() < 0.1,
      segment: random() < 0.1 ? 'premier' : 'standard',
      contactsLast30d: Math.floor(random() * 4),
    },
    ...(random() < 0.1 ? { knownAgents: [`agent-${Math.floor(random() * 1_000)}`] } : {}),
    queue: queue.name,
    queueOpen: true,
    waitingSince: now - Math.floor(random() * 900_000),
    lookedAt: now,
    announcements: { nextAt: now, count: 0, sinceCallbackOffer: -1 },
    excluded: [],
    attempts: 0,
    revision: 1,
  };
}
