import { jest } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ContextServiceClient, WorkforceServiceClient } from '@baton/contracts';
import { unary } from '@baton/rpc';
import { serviceNames, type ServiceName } from '@baton/service-kit';
import { DeskAgent } from './support/agent.js';
import { packsDir } from './support/built.js';
import { Caller } from './support/caller.js';
import { baton as cli, jsonLines } from './support/cli.js';
import { DistributedSite } from './support/distributed-site.js';
import { eventually } from './support/eventually.js';
import { countsOfHandoff, doubledIds, eachOnce, turnIndices } from './support/handoff-events.js';
import { scratch } from './support/scratch.js';
import { failuresOf } from './support/script-failures.js';
import { ownKafka, ownMongo, type Server } from './support/servers.js';
import { bankWithOffersOf } from './support/bank-with-offers-of.js';
import { provenTrail } from './support/trail.js';

jest.setTimeout(180_000);

const alarm = 'someone is using my card right now';
const known = { language: 'en', customer: { id: 'C-1', segment: 'standard', contactsLast30d: 1 } };
/** After a crash a consumer group waits for the dead member's session to expire. */
const afterCrashMs = 60_000;

describe('the call scripts of all packs', () => {
  const { BATON_KAFKA_BROKERS = '', BATON_MONGO_URL = '' } = process.env;
  const dirs = ['bank', 'health', 'starter'].map((pack) => join(packsDir, pack, 'scripts'));

  it('pass distributed, on Apache Kafka and a MongoDB server', async () => {
    const env = { BATON_KAFKA_BROKERS, BATON_MONGO_URL };
    const { code, stdout } = await cli(['call', ...dirs, '--mode', 'distributed', '--json'], {
      env,
      timeoutMs: 170_000,
    });
    const results = jsonLines(stdout);
    expect(failuresOf(results)).toEqual([]);
    expect(results).toHaveLength(dirs.flatMap((dir) => readdirSync(dir)).length);
    expect(code).toBe(0);
  });
});

describe('services in processes of their own', () => {
  const folder = scratch('distributed');
  let kafka: Server;
  let mongo: Server;
  let site: DistributedSite;
  let amira: DeskAgent;

  beforeAll(async () => {
    [kafka, mongo] = await Promise.all([
      ownKafka(join(folder.dir, 'kafka')),
      ownMongo(join(folder.dir, 'mongo')),
    ]);
    site = await DistributedSite.start(join(folder.dir, 'baton'), {
      BATON_KAFKA_BROKERS: kafka.address,
      BATON_MONGO_URL: mongo.address,
      // A consumer group may take as long as an ordinary offer to notice that a member died.
      BATON_PACK: await bankWithOffersOf(120, folder.dir),
    });
    await introducePeople(site);
    amira = await DeskAgent.signIn(site, 'agent-amira');
    await amira.presence('available');
  });
  afterAll(async () => {
    amira?.leave();
    await site?.stop();
    await Promise.all([kafka?.stop(), mongo?.stop()]);
    folder.remove();
  });

  async function comeBack(caller: Caller): Promise<void> {
    await eventually('the caller is back', () => caller.resume(site).then(() => true), 20_000);
    await eventually('the agent is back', () => amira.listen(site).then(() => true), 20_000);
  }

  async function toTheEnd(caller: Caller): Promise<void> {
    const { handoff } = await amira.offered(caller.conversationId, afterCrashMs);
    expect(handoff.queue).toBe('fraud');
    await eventually('the acceptance', () => amira.accept(handoff).then(() => true), 15_000);
    await amira.say(caller.conversationId, 'Hello, this is Amira.', 'hello');
    await caller.hears('the agent', ({ speaker }) => speaker === 'agent', afterCrashMs);
    await amira.finish(handoff.handoffId);
    await amira.wrapUp(handoff.handoffId, 'fraud-case-opened');
    await amira.untilPresence('available', afterCrashMs);
    const trail = await eventually(
      'a complete trail',
      async () => provenTrail(site, caller.conversationId, 'HandoffCompleted'),
      afterCrashMs,
    );
    expect(countsOfHandoff(trail)).toEqual(eachOnce);
    expect(doubledIds(trail)).toEqual([]);
    expect(turnIndices(trail)).toEqual(turnIndices(trail).map((_, at) => at));
  }

  it('carry a call to its end', async () => {
    const caller = await Caller.call(site, known);
    expect((await caller.ask('are you open on saturdays')).text).toMatch(/Saturday/);
    await caller.say(alarm);
    await toTheEnd(caller);
  });

  it.each(serviceNames)(
    'lose nothing and double nothing when %s is killed in the middle of a call',
    async (service) => {
      const caller = await Caller.call(site, known);
      await caller.ask('are you open on saturdays');
      caller.sayBlind(alarm, 'the-alarm');
      await site.kill(service);
      await site.startAgain(service);
      await comeBack(caller);
      // Whoever was not told that they were heard says it again; it counts once.
      caller.sayBlind(alarm, 'the-alarm');
      await toTheEnd(caller);
      await caller.hears('what they said themselves', ({ text }) => text === alarm);
      expect(caller.turns.filter(({ text }) => text === alarm)).toHaveLength(1);
    },
  );

  it.each([
    ['Kafka', 'bus', () => kafka],
    ['MongoDB', 'store', () => mongo],
  ] as const)('say so when %s is gone, and recover by themselves', async (_name, check, server) => {
    await server().kill();
    const watched: readonly ServiceName[] = ['speech-gateway', 'router', 'dialog', 'compliance-auditor'];
    for (const service of watched) {
      const state = await eventually(
        `${service} says so`,
        async () => {
          const now = await site.readiness(service);
          return !now.ready && !now.checks[check]?.up && now;
        },
        30_000,
      );
      expect(state.checks[check]!.reason).toMatch(/\w+/);
      expect((await fetch(`${site.urlOf(service)}/healthz`)).status).toBe(200);
    }
    await server().startAgain();
    await Promise.all(serviceNames.map((service) => site.untilReady(service, 60_000)));
    const caller = await eventually('a call', () => Caller.call(site, known), 30_000);
    await caller.say(alarm);
    await toTheEnd(caller);
  });
});

/** A customer and an agent, as an administrator would make them known. */
async function introducePeople({ peers }: DistributedSite): Promise<void> {
  const context = peers.client('context-store', ContextServiceClient);
  await unary(context, context.putCustomer, {
    commandId: 'customer-1',
    tenantId: 'bank',
    customerId: 'C-1',
    name: 'Jordan Blake',
    segment: 'standard',
    contactsLast30d: 1,
    facts: { balance: '£1,284.50' },
    identifiers: [],
  });
  const workforce = peers.client('router', WorkforceServiceClient);
  await unary(workforce, workforce.registerAgent, {
    commandId: 'agent-1',
    tenantId: 'bank',
    agentId: 'agent-amira',
    name: 'Amira Haddad',
    skills: { fraud: 5 },
    languages: ['en'],
    workplace: undefined,
    capacity: undefined,
    shift: undefined,
  });
}
