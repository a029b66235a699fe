import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../backtest/synthetic-callers.js';
import { Agent, type AgentSaid } from '../people/agent.js';
import { Caller, type CallerLog } from '../people/caller.js';
import type { ChaosSite } from './chaos-site.js';

export interface PlayOptions {
  readonly site: ChaosSite;
  readonly tenant: string;
  readonly agentIds: readonly string[];
  readonly handoffs: number;
  /** Calls at the same time. */
  readonly atOnce: number;
  readonly random: Random;
  /** Told of every step anybody takes. */
  readonly onStep: (step: string) => void;
  readonly onCall: (done: number) => void;
}

export interface Played {
  readonly callers: readonly CallerLog[];
  readonly agentsSaid: readonly AgentSaid[];
  readonly asked: number;
}

const asks = ['i want to talk to a person please', '0', 'someone is using my card right now'];
const askAgain = 'is anybody there i want to talk to a person';
const question = 'what are your opening hours on saturday';
const thanks = 'thank you for picking up';
/** How long a caller waits for a person before they ask again, ms, and how often they do. */
const patienceMs = 40_000;
const mostAsks = 5;
const endWithinMs = 120_000;

/** What makes a call: drawn before it begins, so that the seed and not the outcome decides. */
interface Plan {
  readonly ask: string;
  readonly asksBotFirst: boolean;
  readonly declinedOnce: boolean;
  /** Undefined: they stay. */
  readonly hangsUpAfterMs: number | undefined;
}

/** Callers ask for a person and talk to one, over the real doors, whatever happens meanwhile. */
export async function playHandoffs(options: PlayOptions): Promise<Played> {
  const { site, tenant, agentIds, handoffs, atOnce, random, onStep } = options;
  const declined = new Set<string>();
  const toDecline = new Set<string>();
  const agents = await Promise.all(
    agentIds.map((agentId) =>
      Agent.begin({
        deskUrl: site.deskUrl,
        tenant,
        agentId,
        talkMs: () => 100 + Math.random() * 400,
        declines: ({ conversationId, handoffId }) => {
          if (!toDecline.has(conversationId) || declined.has(handoffId)) return false;
          declined.add(handoffId);
          return true;
        },
        onStep: (step) => onStep(step),
      }),
    ),
  );
  const plans = Array.from({ length: handoffs }, () => planOf(random));
  const callers: CallerLog[] = [];
  let next = 0;
  const line = async () => {
    for (let plan = plans[next++]; plan; plan = plans[next++]) {
      callers.push(await call(plan, options, toDecline));
      options.onCall(callers.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, line));
  // What is still open closes by itself or by the agents' hands.
  const until = Date.now() + endWithinMs;
  while (Date.now() < until) {
    const open = await agents[0]!.openHandoffs();
    if (open?.length === 0) break;
    await pause(500);
  }
  await Promise.all(agents.map((agent) => agent.stop()));
  return { callers, agentsSaid: agents.flatMap(({ said }) => said), asked: handoffs };
}

function planOf(random: Random): Plan {
  const [ask, first, declined, leaves, when] = [random(), random(), random(), random(), random()];
  return {
    ask: asks[Math.floor(ask * asks.length)]!,
    asksBotFirst: first < 0.3,
    declinedOnce: declined < 0.15,
    hangsUpAfterMs: leaves < 0.12 ? when * 1_500 : undefined,
  };
}

async function call(
  plan: Plan,
  { site, tenant, onStep }: PlayOptions,
  toDecline: Set<string>,
): Promise<CallerLog> {
  const caller = new Caller({ url: site.callsUrl, tenant });
  onStep('dial');
  await caller.until(() => caller.turns.length > 0, endWithinMs);
  if (plan.asksBotFirst) {
    onStep('ask the bot');
    caller.say(question);
    await caller.until(() => caller.turns.filter(({ speaker }) => speaker === 'bot').length > 0, 10_000);
  }
  if (plan.declinedOnce) toDecline.add(caller.conversationId);
  caller.ask(plan.ask);
  onStep('ask for a person');
  if (plan.hangsUpAfterMs !== undefined) {
    await caller.until(() => caller.heardAgent, plan.hangsUpAfterMs);
    caller.hangUp();
    onStep('hang up');
    await caller.until(() => caller.phase === 'ended', endWithinMs);
    return caller.close();
  }
  const served = () => caller.heardAgent || caller.phase === 'ended';
  for (let asked = 1; !(await caller.until(served, patienceMs)) && asked < mostAsks; asked += 1) {
    caller.say(`${askAgain} ${'please '.repeat(asked)}`.trim());
  }
  if (caller.heardAgent && caller.phase !== 'ended') caller.say(thanks);
  onStep('talk');
  if (!(await caller.until(() => caller.phase === 'ended', endWithinMs))) {
    caller.hangUp();
    await caller.until(() => caller.phase === 'ended', 30_000);
  }
  return caller.close();
}
