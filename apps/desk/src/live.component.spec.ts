import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { HandoffOffered, Speaker, TurnRecorded, type EventDefinition } from '@baton/contracts';
import { encodeEvent } from '@baton/eventing';
import { router } from '@baton/router';
import { uuidV7 } from '@baton/kernel';
import { Page } from './testing/page.js';
import { eventually, RunningDesk } from './testing/running-desk.js';
import { LiveClients } from './live/live-clients.js';

jest.setTimeout(60_000);

describe('live pages', () => {
  let desk: RunningDesk;

  beforeAll(async () => {
    desk = await RunningDesk.start();
    await desk.seed();
  });

  afterAll(() => desk.stop());

  const record = <T>(type: EventDefinition<T>, subject: string, data: T) =>
    encodeEvent(
      type,
      {
        id: uuidV7(Date.now()),
        type: type.type,
        source: `/baton/${type.producer}`,
        time: Date.now(),
        subject,
        tenantId: 'bank',
        correlationId: subject,
      },
      data,
    );
  const turn = (turnIndex: number, text: string): TurnRecorded => ({
    turnIndex,
    speaker: Speaker.SPEAKER_CUSTOMER,
    text,
    asrConfidence: 1,
    redactedTypes: [],
    atMs: Date.now(),
    leaseToken: 0,
    agentId: '',
    replyToTurnIndex: -1,
    language: 'en',
    customerTurns: turnIndex + 1,
  });
  const connected = () => desk.running.service('desk').app.get(LiveClients).size;

  it('pushes to 200 pages at once, to each what it follows, in order', async () => {
    const pages = await Promise.all(
      Array.from({ length: 200 }, (_, index) => desk.page(undefined, `crowd-${index % 10}`)),
    );
    const records = Array.from({ length: 200 }, (_, index) =>
      record(TurnRecorded, `crowd-${index % 10}`, turn(Math.floor(index / 10), `turn ${index}`)),
    );
    await desk.running.bus.publish(records);
    await Promise.all(
      pages.map((page) =>
        page.until('turn', (message) => (message['turn'] as { index: number }).index === 19),
      ),
    );
    pages.forEach((page, index) => {
      const turns = page.received.filter(({ type }) => type === 'turn');
      expect(turns.map((message) => (message['turn'] as { index: number }).index)).toEqual(
        Array.from({ length: 20 }, (_, at) => at),
      );
      expect(new Set(turns.map(({ conversationId }) => conversationId))).toEqual(
        new Set([`crowd-${index % 10}`]),
      );
    });
    for (const page of pages) page.close();
    await eventually('they are gone', () => connected() === 0);
  });

  it('closes a page that stopped reading, and only that one', async () => {
    const good = await desk.page(undefined, 'loud');
    const { hostname, port } = new URL(desk.url);
    const slow = connect(Number(port), hostname);
    slow.on('error', () => undefined);
    slow.write(
      `GET /api/live?watch=loud HTTP/1.1\r\nHost: ${desk.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    await new Promise((resolve) => slow.once('data', resolve));
    slow.pause();
    await eventually('both are connected', () => connected() === 2);
    const text = 'x'.repeat(60_000);
    for (let index = 0; index < 300 && connected() === 2; index += 1) {
      await desk.running.bus.publish([record(TurnRecorded, 'loud', turn(index, text))]);
    }
    await eventually('the slow one is gone', () => connected() === 1);
    await desk.running.bus.publish([record(TurnRecorded, 'loud', turn(999, 'still here'))]);
    await good.until('turn', (message) => (message['turn'] as { index: number }).index === 999);
    good.close();
    slow.destroy();
  });

  it('closes a page that sends more than a ping', async () => {
    const page = await desk.page();
    page.socket.send('ping');
    page.socket.send('x'.repeat(5_000));
    await eventually('it is closed', () => page.closeCode !== undefined);
    expect(page.closeCode).toBe(1009);
  });

  it('shows an offer also where nobody can be asked about it', async () => {
    const alone = await RunningDesk.start({ services: [router] });
    await alone.seed();
    const page = await alone.page(await alone.signIn('agent-daniel'));
    const offered = record(HandoffOffered, 'call-unknown', {
      handoffId: 'handoff-unknown',
      queue: 'lending',
      agentId: 'agent-daniel',
      reservationToken: 7,
      offerExpiresAtMs: Date.now() + 20_000,
      why: '',
      attempt: 1,
      explanation: undefined,
    });
    await alone.running.bus.publish([offered]);
    expect(await page.until('offer')).toMatchObject({
      conversationId: 'call-unknown',
      packet: null,
      handoff: { handoffId: 'handoff-unknown', state: 'offered', reservationToken: 7, queue: 'lending' },
    });
    await pause(50);
    expect(page.closeCode).toBeUndefined();
    page.close();
    await alone.stop();
  });

  it('lets go of everybody when it stops', async () => {
    const second = await RunningDesk.start({ services: [] });
    const page = new Page(`ws://${second.host}/api/live`);
    await page.until('hello');
    const began = Date.now();
    await second.stop();
    await eventually('the page knows', () => page.closeCode !== undefined);
    expect(page.closeCode).toBe(1012);
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});
