import { Channel } from '@baton/contracts';
import type { RoutingConfig } from '@baton/packs';
import type { Handoff } from '../domain/handoff/handoff.js';
import type { Agent } from '../domain/workforce/agent.js';
import { withCall, type HandleTime } from '../floor/handle-times.js';
import { Floor } from '../floor/floor.js';
import { someAgent } from './crowd.js';
import { oneOf, seeded } from './random.js';

/** What is played: a floor of the pack, with calls that come at random and take as long as calls do. */
export interface PlayedFloor {
  readonly routing: RoutingConfig;
  readonly agents: number;
  readonly callers: number;
  /** Share of the agents' time that the calls need, 0..1. */
  readonly load: number;
  readonly seed: number;
  /** Calls really take this many times what the pack says. */
  readonly longerThanSaid: number;
  /** The risk of every second call is seen to rise this many seconds before it comes; 0: nobody is held in advance. */
  readonly heldSeconds: number;
}

/** What became of one caller. */
export interface PlayedCaller {
  /** Told when they came, where nobody was free. */
  readonly told?: { readonly expectedSeconds: number; readonly naiveSeconds: number };
  readonly waitedSeconds: number;
  readonly risky: boolean;
  /** An agent was held for them in advance, and took them. */
  readonly held: boolean;
}

interface Played {
  readonly at: number;
  readonly run: () => void;
}

const start = Date.UTC(2026, 8, 8, 10);

/** Plays a day on the floor, event by event, and says what every caller was told and how long they waited. The same seed plays the same day. */
export function playFloor(options: PlayedFloor): PlayedCaller[] {
  const { routing, seed, heldSeconds } = options;
  const random = seeded(seed);
  const floor = new Floor(() => routing);
  const agents = new Map<string, Agent>();
  const events: Played[] = [];
  const plan = (at: number, run: () => void) => void insert(events, { at, run });
  const measured = new Map<string, HandleTime>();
  const played = new Map<string, PlayedCaller>();
  const told = new Map<string, PlayedCaller['told']>();
  const risky = new Set<string>();
  let now = start;
  let revision = 10;

  const put = (agent: Agent) => {
    revision += 1;
    const saved = { ...agent, revision };
    agents.set(agent.agentId, saved);
    floor.learnAgent(saved);
  };
  const take = (caller: Handoff, agentId: string, held: boolean) => {
    const { handoffId, conversationId, queue } = caller;
    const agent = agents.get(agentId)!;
    const slot = {
      kind: 'engaged',
      handoffId,
      conversationId,
      token: 1,
      channel: 'voice',
      queue,
      since: now,
    } as const;
    put({ ...agent, presence: 'busy', slots: [slot] });
    const withAgent = { agentId, token: 1, expiresAt: now };
    floor.learnHandoff({ ...caller, state: 'bridged', since: now, agent: withAgent, revision: 2 });
    const waitedSeconds = (now - caller.waitingSince) / 1000;
    const heard = told.get(handoffId);
    played.set(handoffId, {
      ...(heard ? { told: heard } : {}),
      waitedSeconds,
      held,
      risky: risky.has(handoffId),
    });
    const ms = handleMs(routing.averageHandleSeconds * options.longerThanSaid, random);
    plan(now + ms, () => {
      measured.set(queue, withCall(measured.get(queue), ms));
      floor.learnHandleTime('bench', queue, measured.get(queue)!);
      put({ ...agents.get(agentId)!, presence: 'available', slots: [], idleSince: now });
      const place = floor.placeFor('bench', agentId, now);
      const found = place && floor.agentFor(place, now);
      if (found) take(place as Handoff, found.agent.id, found.explanation.heldInAdvance);
    });
  };
  const look = (caller: Handoff) => {
    if (played.has(caller.handoffId)) return;
    const found = floor.agentFor(caller, now);
    if (found) take(caller, found.agent.id, found.explanation.heldInAdvance);
  };

  const people = Array.from({ length: options.agents }, (_, n) => someAgent(n, routing, random, start));
  for (const agent of people) put({ ...agent, capacity: { voice: 1, chat: 0, voiceWithChats: false } });
  const everyMs =
    (routing.averageHandleSeconds * options.longerThanSaid * 1000) / (options.agents * options.load);
  let at = start;
  for (let n = 0; n < options.callers; n += 1) {
    at += -Math.log(1 - random()) * everyMs;
    const caller = callerLike(n, oneOf(random, people), routing, random, at);
    if (n % 2 === 0) risky.add(caller.handoffId);
    if (heldSeconds > 0 && risky.has(caller.handoffId)) {
      plan(at - heldSeconds * 1000, () => {
        const agentId = floor.bestFor({ ...caller, waitingSince: now }, now);
        const { conversationId } = caller;
        const holds = floor.holds('bench');
        if (agentId !== undefined && !holds.forAnother(agentId, conversationId, now))
          holds.put({ agentId, conversationId, queue: caller.queue, until: now + heldSeconds * 1000 + 1 });
      });
    }
    plan(at, () => {
      floor.learnHandoff(caller);
      const facts = floor.measure(caller, now);
      if (!facts.agentFree && facts.expectedWaitSeconds !== undefined) {
        const naiveSeconds = (facts.position * routing.averageHandleSeconds) / Math.max(1, facts.serving);
        told.set(caller.handoffId, { expectedSeconds: facts.expectedWaitSeconds, naiveSeconds });
      }
      look(caller);
      const steps = routing.queues.find(({ name }) => name === caller.queue)?.steps ?? [];
      for (const { afterSeconds } of steps) plan(now + afterSeconds * 1000, () => look(caller));
    });
  }
  for (let next = events.pop(); next; next = events.pop()) {
    now = next.at;
    next.run();
  }
  return [...played.values()];
}

/** Somebody who asks for what a certain agent can do, so that there is staff for every kind of caller. */
function callerLike(
  n: number,
  agent: Agent,
  routing: RoutingConfig,
  random: () => number,
  at: number,
): Handoff {
  const skill = oneOf(random, Object.keys(agent.skills));
  const queue = routing.queues.find(({ serves }) => serves.includes(skill)) ?? routing.queues.at(-1)!;
  return {
    handoffId: `handoff-${n}`,
    conversationId: `call-${n}`,
    tenantId: 'bench',
    packSha256: '',
    state: 'queued',
    open: true,
    since: at,
    decisionId: '',
    reasons: [],
    skills: queue.skills,
    language: agent.languages[0]!,
    priority: oneOf(random, ['normal', 'normal', 'high']),
    channel: Channel.CHANNEL_PHONE,
    requestedAt: at,
    queue: queue.name,
    queueOpen: true,
    waitingSince: at,
    lookedAt: at,
    announcements: { nextAt: at, count: 0, sinceCallbackOffer: -1 },
    excluded: [],
    attempts: 0,
    revision: 1,
  };
}

/** Log-normal with a coefficient of variation of about 0.9, as calls are; by Box and Muller. */
function handleMs(meanSeconds: number, random: () => number): number {
  const sigma = 0.77;
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return meanSeconds * 1000 * Math.exp(sigma * normal - (sigma * sigma) / 2);
}

/** Keeps the earliest last, so that it is popped next; what comes first of two at one time goes first. */
function insert(events: Played[], event: Played): void {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (events[middle]!.at > event.at) low = middle + 1;
    else high = middle;
  }
  events.splice(low, 0, event);
}

/** How far what callers were told is from what came, in seconds; only of those who were told something. */
export function waitErrors(callers: readonly PlayedCaller[]): {
  readonly told: number;
  readonly meanWait: number;
  readonly meanError: number;
  readonly bias: number;
  readonly naiveError: number;
  readonly naiveBias: number;
} {
  const heard = callers.flatMap(({ told, waitedSeconds }) => (told ? [{ ...told, waitedSeconds }] : []));
  const mean = (of: (one: (typeof heard)[number]) => number) =>
    Number((heard.reduce((sum, one) => sum + of(one), 0) / Math.max(1, heard.length)).toFixed(1));
  return {
    told: heard.length,
    meanWait: mean((one) => one.waitedSeconds),
    meanError: mean((one) => Math.abs(one.expectedSeconds - one.waitedSeconds)),
    bias: mean((one) => one.expectedSeconds - one.waitedSeconds),
    naiveError: mean((one) => Math.abs(one.naiveSeconds - one.waitedSeconds)),
    naiveBias: mean((one) => one.naiveSeconds - one.waitedSeconds),
  };
}
