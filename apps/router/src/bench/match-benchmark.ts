import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@baton/kernel';
import type { RoutingConfig } from '@baton/packs';
import {
  commandCause,
  openEmbeddedStore,
  openOutboxRepository,
  type OutboxRepository,
} from '@baton/persistence';
import type { Handoff } from '../domain/handoff/handoff.js';
import type { Agent } from '../domain/workforce/agent.js';
import { freeAgentOf } from '../floor/agent-index.js';
import { Floor } from '../floor/floor.js';
import { someAgent, someCaller, withWeights } from './crowd.js';
import { scanAgents, scanPlaces } from './plain-scan.js';
import { oneOf, seeded } from './random.js';

export interface MatchBenchOptions {
  readonly agents: number;
  readonly waiting: number;
  readonly routing: RoutingConfig;
  readonly say: (line: string) => void;
}

/** Every time in ms. */
export interface MatchFigures {
  /** An agent for a caller, with everybody free. */
  readonly agentForCaller: readonly number[];
  /** A caller for an agent, with everybody waiting. */
  readonly callerForAgent: readonly number[];
  /** A caller takes their place, an agent is taken and becomes free again. */
  readonly changes: readonly number[];
  readonly scanAgents: readonly number[];
  readonly scanCallers: readonly number[];
  /** How often looking at everybody found somebody else: where more agents had to be compared than are. */
  readonly foundOthers: number;
  /** From an open store to a floor that can match. */
  readonly rebuildMs: number;
}

const warmUp = 2_000;
const measured = 10_000;
const scanned = 60;

/**
 * One match at a time, both ways, on a floor built from a store on disk, under weights of every kind, beside a plain look at everybody.
 * Counts on the way how often the two find different people.
 */
export async function matchBenchmark(options: MatchBenchOptions): Promise<MatchFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-match-'));
  try {
    return await measure(options, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  { agents, waiting, routing: plain, say }: MatchBenchOptions,
  folder: string,
): Promise<MatchFigures> {
  const random = seeded(2_026);
  const now = Date.now();
  const routing = withWeights(plain);
  say(`storing ${agents} agents and ${waiting} callers`);
  const people = Array.from({ length: agents }, (_, n) => someAgent(n, routing, random, now));
  const callers = Array.from({ length: waiting }, (_, n) => someCaller(n, routing, random, now));
  const file = join(folder, 'store.db');
  await fill(file, people, callers);

  say('building the floor from the store');
  const { floor, rebuildMs } = await rebuild(file, routing);

  say(`matching, ${warmUp} to warm up and ${measured} measured each way`);
  const agentForCaller = timed(warmUp, measured, () => {
    const caller = oneOf(random, callers);
    return () => floor.agentFor(caller, now);
  });
  const callerForAgent = timed(warmUp, measured, () => {
    const agent = oneOf(random, people);
    return () => floor.placeFor('bench', agent.agentId, now);
  });
  let revision = 2;
  const changes = timed(200, 2_000, () => {
    const agent = oneOf(random, people);
    const caller = oneOf(random, callers);
    revision += 2;
    const at = revision;
    return () => {
      floor.learnAgent({ ...agent, presence: 'break', revision: at });
      floor.learnAgent({ ...agent, revision: at + 1 });
      floor.learnHandoff({ ...caller, revision: at });
    };
  });

  say(`the same by looking at everybody, ${scanned} times each way`);
  const free = people.map(freeAgentOf);
  let foundOthers = 0;
  const same = (scanned: string | undefined, found: string | undefined) => {
    if (scanned !== found) foundOthers += 1;
  };
  const scans = timed(2, scanned, () => {
    const caller = oneOf(random, callers);
    return () =>
      same(scanAgents(caller, free, routing, now)?.agent.id, floor.agentFor(caller, now)?.agent.id);
  });
  const placeScans = timed(1, Math.min(scanned, 20), () => {
    const agent = oneOf(random, people);
    return () =>
      same(
        scanPlaces(freeAgentOf(agent), callers, routing, now)?.handoffId,
        floor.placeFor('bench', agent.agentId, now)?.handoffId,
      );
  });
  return {
    agentForCaller,
    callerForAgent,
    changes,
    scanAgents: scans,
    scanCallers: placeScans,
    foundOthers,
    rebuildMs,
  };
}

async function fill(file: string, people: readonly Agent[], callers: readonly Handoff[]): Promise<void> {
  const store = await openEmbeddedStore({ file });
  const agents = await openAgents(store);
  const handoffs = await openHandoffs(store);
  await saveAll(agents, people, ({ agentId }) => agentId);
  await saveAll(handoffs, callers, ({ handoffId }) => handoffId);
  await agents.close();
  await handoffs.close();
  await store.close();
}

async function rebuild(file: string, routing: RoutingConfig): Promise<{ floor: Floor; rebuildMs: number }> {
  const store = await openEmbeddedStore({ file });
  const agents = await openAgents(store);
  const handoffs = await openHandoffs(store);
  const began = performance.now();
  const floor = new Floor(() => routing);
  const open = [{ field: 'state.open', op: '=', value: true }] as const;
  for (const { state } of await handoffs.find({ where: open, limit: 1_000_000 })) floor.learnHandoff(state);
  for (const { state } of await agents.find({ limit: 1_000_000 })) floor.learnAgent(state);
  const rebuildMs = performance.now() - began;
  await agents.close();
  await handoffs.close();
  await store.close();
  return { floor, rebuildMs };
}

type Store = Awaited<ReturnType<typeof openEmbeddedStore>>;
const common = { source: '/baton/router', publish: async () => undefined, clock: systemClock };

function openAgents(store: Store): Promise<OutboxRepository<Agent>> {
  return openOutboxRepository<Agent>({
    ...common,
    store,
    name: 'router_agent',
    indexes: [{ fields: ['tenantId'] }],
  });
}

function openHandoffs(store: Store): Promise<OutboxRepository<Handoff>> {
  const indexes = [{ fields: ['state.open', 'tenantId'] }];
  return openOutboxRepository<Handoff>({ ...common, store, name: 'router_handoff', indexes });
}

async function saveAll<S extends object>(
  repository: OutboxRepository<S>,
  states: readonly S[],
  idOf: (state: S) => string,
): Promise<void> {
  for (let from = 0; from < states.length; from += 2_000) {
    await Promise.all(
      states.slice(from, from + 2_000).map((state) => {
        const cause = commandCause({ commandId: idOf(state), tenantId: 'bench', correlationId: idOf(state) });
        return repository.update(idOf(state), cause, () => ({ state, events: [] }));
      }),
    );
  }
}

/** Milliseconds of each of `count` works, after some that do not count. What a work needs is made before its time begins. */
function timed(before: number, count: number, prepare: () => () => unknown): number[] {
  const times: number[] = [];
  for (let n = -before; n < count; n += 1) {
    const work = prepare();
    const began = performance.now();
    work();
    if (n >= 0) times.push(performance.now() - began);
  }
  return times;
}
