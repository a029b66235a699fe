import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { Agent } from '../people/agent.js';
import { Caller } from '../people/caller.js';
import type { LineMessage } from '../people/line.js';

/** Who asks and who answers. */
export interface HumansPlan {
  readonly callsUrl: string;
  readonly deskUrl: string;
  readonly tenant: string;
  readonly agentIds: readonly string[];
  /** Callers who ask for a person, a second. */
  readonly asksPerSecond: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface HumansReport {
  /** The words that were understood by dialog and decided by the policy, ms. */
  readonly spokenMs: readonly number[];
  /** A key pressed, which the gateway hears itself, ms. */
  readonly keyedMs: readonly number[];
  /** Callers whose packet was on no screen within ten seconds. */
  readonly unserved: number;
  /** Offers whose packet came whole with the offer itself, of all. */
  readonly wholeAtOnce: number;
}

const asks = [
  { words: 'i want to talk to a person please', into: 'spokenMs' },
  { words: '0', into: 'keyedMs' },
] as const;
const patienceMs = 10_000;

const plan = workerData as HumansPlan;
const begun = Date.now();
const measuredFrom = begun + plan.warmUpMs;
const until = measuredFrom + plan.measureMs;
const report = { spokenMs: [] as number[], keyedMs: [] as number[], unserved: 0, wholeAtOnce: 0 };
const shown = new Map<string, { at: number; resolve: () => void; whole: 'offer' | 'packet' | undefined }>();

/** The packet counts once it has the decision and the turn that was decided on: what an agent needs to say yes. */
function onMessage({ type, conversationId, packet }: LineMessage): void {
  if (type !== 'offer' && type !== 'packet') return;
  const waiting = shown.get(String(conversationId));
  if (!waiting || waiting.whole !== undefined || !isWhole(packet as Packet | null)) return;
  waiting.at = performance.now();
  waiting.whole = type;
  waiting.resolve();
}

interface Packet {
  readonly decision?: { readonly turnIndex: number };
  readonly transcript: readonly { readonly turnIndex: number }[];
}

function isWhole(packet: Packet | null): boolean {
  const decided = packet?.decision?.turnIndex;
  return decided !== undefined && packet!.transcript.some(({ turnIndex }) => turnIndex >= decided);
}

async function ask(number: number): Promise<void> {
  const { words, into } = asks[number % asks.length]!;
  const caller = new Caller({ url: plan.callsUrl, tenant: plan.tenant });
  if (!(await caller.until(() => caller.turns.length > 0, patienceMs))) {
    caller.close();
    report.unserved += 1;
    return;
  }
  // They listen to the greeting first.
  await pause(300);
  const { promise, resolve } = Promise.withResolvers<void>();
  const waiting = { at: 0, resolve, whole: undefined as 'offer' | 'packet' | undefined };
  shown.set(caller.conversationId, waiting);
  const asked = performance.now();
  caller.ask(words);
  await Promise.race([promise, pause(patienceMs)]);
  const now = Date.now();
  if (now >= measuredFrom && now < until) {
    if (waiting.whole === undefined) report.unserved += 1;
    else report[into].push(waiting.at - asked);
    if (waiting.whole === 'offer') report.wholeAtOnce += 1;
  }
  shown.delete(caller.conversationId);
  await caller.until(() => caller.phase === 'ended', 30_000);
  caller.close();
}

const agents = await Promise.all(
  plan.agentIds.map((agentId) =>
    Agent.begin({ deskUrl: plan.deskUrl, tenant: plan.tenant, agentId, talkMs: () => 200, glanceMs: 3_000 }),
  ),
);
for (const agent of agents) agent.on('message', onMessage);
// Everybody is at their desk before anyone asks.
await pause(1_500);
const calls: Promise<void>[] = [];
for (let number = 0; Date.now() < until; number += 1) {
  calls.push(ask(number));
  await pause((1_000 / plan.asksPerSecond) * (0.5 + Math.random()));
}
await Promise.all(calls);
await Promise.all(agents.map((agent) => agent.stop()));
parentPort?.postMessage(report satisfies HumansReport);
