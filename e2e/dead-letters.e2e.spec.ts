import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { SentimentScored, TurnRecorded } from '@baton/contracts';
import {
  encodeEvent,
  openEmbeddedBus,
  type DeliveredRecord,
  type EventBus,
  type EventRecord,
} from '@baton/eventing';
import { systemClock } from '@baton/kernel';
import { BatonProcess } from './support/baton-process.js';
import { Caller } from './support/caller.js';
import { baton as cli, jsonLines } from './support/cli.js';
import { eventually } from './support/eventually.js';
import { metric } from './support/metrics.js';
import { scratch } from './support/scratch.js';
import { countOf, provenTrail, trailOf } from './support/trail.js';

jest.setTimeout(60_000);

const services = [
  'speech-gateway',
  'dialog',
  'sentiment',
  'router',
  'context-store',
  'agent-assist',
  'compliance-auditor',
];

const json = (value: unknown) => Buffer.from(JSON.stringify(value));

describe('records that are no events', () => {
  const folder = scratch('dead-letters');
  let baton: BatonProcess;
  let conversationId: string;

  const start = async () => {
    baton = await BatonProcess.start({ data: folder.dir, args: ['--no-demo'] });
  };
  /** Opens the log of the stopped Baton. */
  async function withBus<T>(work: (bus: EventBus) => Promise<T>): Promise<T> {
    const bus = openEmbeddedBus({ file: join(folder.dir, 'bus.db'), clock: systemClock });
    return work(bus).finally(() => bus.close());
  }
  const turn = (time: number, subject: string): EventRecord =>
    encodeEvent(
      TurnRecorded,
      { id: randomUUID(), source: '/baton/test', time, subject, tenantId: 'bank', correlationId: subject },
      TurnRecorded.decode(json({ turnIndex: 3, text: 'out of nowhere' })),
    );

  beforeAll(async () => {
    await start();
    const caller = await Caller.call(baton, { language: 'en' });
    conversationId = caller.conversationId;
    await caller.ask('are you open on saturdays');
    caller.hangUp();
    await provenTrail(baton, conversationId, 'ConversationEnded');
    await baton.stop();
  });
  afterAll(async () => {
    await baton.kill();
    folder.remove();
  });

  it('become dead letters or are passed over, are counted, and stop nobody', async () => {
    const before = await withBus(async (bus) => {
      const now = Date.now();
      const known = turn(now, conversationId);
      const copies = await recordsOf(bus, TurnRecorded.topic, conversationId);
      expect(copies.length).toBeGreaterThan(3);
      await bus.publish([
        { ...known, key: 'nobody-1', value: Buffer.from([0xff, 0xfe, 0x00, 0x7b]) },
        {
          ...known,
          key: 'nobody-2',
          headers: { ...known.headers, ce_type: 'baton.conversation.v1.TurnSung' },
        },
        turn(now + 3_600_000, 'nobody-3'),
        { ...known, key: 'nobody-4', headers: {} },
        // Out of order: of conversations that never started, or not yet.
        turn(now, 'nobody-5'),
        encodeEvent(
          SentimentScored,
          {
            id: randomUUID(),
            source: '/baton/test',
            time: now,
            subject: 'nobody-6',
            tenantId: 'bank',
            correlationId: 'nobody-6',
          },
          SentimentScored.decode(json({ turnIndex: 1 })),
        ),
        // Duplicates: the whole conversation once more.
        ...copies.map(({ topic, key, headers, value }) => ({ topic, key, headers, value })),
      ]);
      return copies.length;
    });
    await start();

    const codes = ['undecodable', 'unknown-type', 'from-the-future', 'missing-header'];
    for (const code of codes) {
      await eventually(
        `${code} is counted`,
        async () =>
          (await metric(baton, 'baton_events_dead_lettered_total', { service: 'router', code })) >= 1,
      );
    }
    // What was there twice is in the log once.
    const trail = await trailOf(baton, conversationId);
    expect(countOf(trail, 'ConversationEnded')).toBe(1);
    expect(trail.filter(({ topic }) => topic === TurnRecorded.topic)).toHaveLength(before);
    // And people are served as before.
    const caller = await Caller.call(baton, { language: 'en' });
    await caller.say('someone is using my card right now');
    await caller.untilPhase('waiting');
    caller.hangUp();
    const status = (await (await fetch(`${baton.url}/api/status`)).json()) as {
      services: { name: string; ready: boolean }[];
    };
    expect(status.services.filter(({ ready }) => ready).map(({ name }) => name)).toEqual(
      expect.arrayContaining(services),
    );
  });

  it('are not looked at while Baton runs: the log has one owner', async () => {
    const { code, stderr } = await cli(['dead-letter', 'list', '--data', folder.dir]);
    expect(code).toBe(2);
    expect(stderr).toContain(String(baton.pid));
  });

  it('are listed with their cause, and replayed once', async () => {
    await baton.stop();
    const listed = await cli(['dead-letter', 'list', 'router', '--data', folder.dir, '--json']);
    expect(listed.code).toBe(0);
    const letters = jsonLines(listed.stdout);
    expect(letters.map(({ code }) => code).sort()).toEqual(
      ['from-the-future', 'missing-header', 'undecodable', 'unknown-type'].sort(),
    );
    for (const letter of letters)
      expect(letter).toMatchObject({
        service: 'router',
        topic: TurnRecorded.topic,
        attempts: 0,
        replayed: false,
      });
    const forPeople = await cli(['dead-letter', 'list', 'router', '--data', folder.dir]);
    expect(forPeople.stdout).toMatch(/router .*TurnRecorded .*from-the-future .*waiting/);

    const replayed = await cli(['dead-letter', 'replay', 'router', '--data', folder.dir, '--json']);
    expect([replayed.code, jsonLines(replayed.stdout)]).toEqual([
      0,
      [{ service: 'router', replayed: letters.length, strays: 0 }],
    ]);
    const again = await cli(['dead-letter', 'replay', 'router', '--data', folder.dir, '--json']);
    expect(jsonLines(again.stdout)).toEqual([{ service: 'router', replayed: 0, strays: 0 }]);
  });

  it('that are still bad after a replay are dead letters again, once, and only for who asked', async () => {
    await start();
    await eventually(
      'they are counted again',
      async () => (await metric(baton, 'baton_events_dead_lettered_total', { service: 'router' })) >= 4,
    );
    const caller = await Caller.call(baton, { language: 'en' });
    expect((await caller.ask('are you open on saturdays')).text).toMatch(/Saturday/);
    caller.hangUp();
    expect(await metric(baton, 'baton_events_dead_lettered_total', { service: 'router' })).toBe(4);
    expect(await metric(baton, 'baton_events_dead_lettered_total', { service: 'dialog' })).toBe(0);
    await baton.stop();
    const listed = await cli(['dead-letter', 'list', 'router', '--data', folder.dir, '--json']);
    expect(jsonLines(listed.stdout).map((letter) => letter['replayed'])).toEqual([
      ...Array<boolean>(4).fill(true),
      ...Array<boolean>(4).fill(false),
    ]);
  });
});

/** What the log holds of a key. */
async function recordsOf(bus: EventBus, topic: string, key: string): Promise<DeliveredRecord[]> {
  const found: DeliveredRecord[] = [];
  const subscription = await bus.subscribe({
    group: 'test',
    topics: [topic],
    from: 'earliest',
    durable: false,
    onBatch: async (records) => void found.push(...records.filter((record) => record.key === key)),
  });
  await eventually('the conversation’s end', () =>
    found.some(({ headers }) => headers['ce_type']?.endsWith('.ConversationEnded')),
  );
  await subscription.stop();
  return found;
}
