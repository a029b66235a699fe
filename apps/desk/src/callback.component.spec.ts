import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import type { Page, Received } from './testing/page.js';
import { eventually, RunningDesk } from './testing/running-desk.js';

jest.setTimeout(60_000);

const shipped = fileURLToPath(new URL('../../../packs', import.meta.url));
const numbers = 'afterMinutes: 0.01, attempts: 2, minutesBetween: 0.01, ringSeconds: 5';

describe('a callback, from the promise to the talk', () => {
  let packs: string;
  let desk: RunningDesk;
  const open: Page[] = [];

  beforeAll(async () => {
    // The bank, but impatient.
    packs = mkdtempSync(join(tmpdir(), 'baton-packs-'));
    cpSync(join(shipped, 'bank'), join(packs, 'bank'), { recursive: true });
    const routing = join(packs, 'bank', 'routing.yaml');
    const text = readFileSync(routing, 'utf8');
    writeFileSync(routing, text.replace('expireHours: 48 }', `expireHours: 48, ${numbers} }`));
    desk = await RunningDesk.start({ env: { BATON_PACKS_DIR: packs } });
    await desk.seed();
  });
  afterEach(async () => {
    for (const page of open.splice(0)) page.close();
    const cookie = await desk.signIn('agent-lucia');
    await desk.ask('POST', '/api/presence', { cookie, body: { presence: 'offline' } });
  });
  afterAll(async () => {
    await desk.stop();
    rmSync(packs, { recursive: true, force: true });
  });

  const line = async () => {
    const caller = desk.caller();
    open.push(caller);
    await new Promise((resolve) => caller.socket.once('open', resolve));
    return caller;
  };
  /** A caller who is promised a callback, hangs up, and waits for it. */
  const promised = async () => {
    const caller = await line();
    caller.send({ type: 'start', tenant: 'bank', language: 'en', channel: 'phone' });
    const conversationId = String((await caller.until('started'))['conversationId']);
    await caller.until('turn');
    caller.send({ type: 'key', digit: '0' });
    await caller.until('status', ({ phase }) => phase === 'waiting');
    caller.send({ type: 'say', text: 'callback', id: 'cb-1' });
    await caller.until('status', ({ reason }) => reason === 'callback-booked');
    const waiting = await line();
    waiting.send({ type: 'await-callback', conversationId });
    await waiting.until('status');
    return { conversationId, waiting };
  };
  const signIn = async () => {
    const cookie = await desk.signIn('agent-lucia');
    const page = await desk.page(cookie);
    open.push(page);
    await desk.ask('POST', '/api/presence', { cookie, body: { presence: 'available' } });
    return { cookie, page };
  };
  const nth = (page: Page, type: string, n: number) => {
    const seen = new Set<Received>();
    return page.until(type, (message) => seen.add(message).size >= n, 15_000);
  };
  const accept = async (cookie: string, offer: Received) => {
    const { handoffId, reservationToken } = offer['handoff'] as {
      handoffId: string;
      reservationToken: number;
    };
    const path = `/api/handoffs/${handoffId}/accept`;
    expect((await desk.ask('POST', path, { cookie, body: { reservationToken } })).status).toBe(200);
    return handoffId;
  };
  const callbacks = async () => {
    const { body } = await desk.ask('GET', '/api/callbacks?tenant=bank');
    return (body as { callbacks: { conversationId: string }[] }).callbacks;
  };

  it('is offered to an agent with the packet of the call it was promised in, rung again when declined, and kept', async () => {
    const { conversationId, waiting } = await promised();
    const { cookie, page } = await signIn();
    const first = await nth(page, 'offer', 1);
    expect(first).toMatchObject({
      handoff: { kind: 'callback', previousConversationId: conversationId },
      packet: { conversationId },
    });
    await accept(cookie, first);
    const ringing = await nth(waiting, 'ringing', 1);
    waiting.send({ type: 'answer', conversationId: ringing['conversationId'], accept: false });

    const second = await nth(page, 'offer', 2);
    const handoffId = await accept(cookie, second);
    const again = await nth(waiting, 'ringing', 2);
    const outbound = String(again['conversationId']);
    expect(outbound).not.toBe(ringing['conversationId']);
    waiting.send({ type: 'answer', conversationId: outbound, accept: true });
    const says = (words: RegExp) => (message: Received) => words.test(String(message['text']));
    await waiting.until('turn', says(/call back you asked for/));
    await waiting.until('turn', says(/recorded/));
    await page.until('handoff', ({ handoff }) => {
      const shown = handoff as { handoffId: string; state: string };
      return shown.handoffId === handoffId && shown.state === 'bridged';
    });
    const body = { text: 'Good morning, you asked us to ring.', id: 's-1' };
    expect((await desk.ask('POST', `/api/conversations/${outbound}/say`, { cookie, body })).status).toBe(200);
    await waiting.until('turn', says(/you asked us to ring/));
    await eventually('the promise is kept', async () => (await callbacks()).length === 0);
    await desk.ask('POST', `/api/handoffs/${handoffId}/finish`, { cookie });
    await desk.ask('POST', `/api/handoffs/${handoffId}/wrap-up`, {
      cookie,
      body: { disposition: 'resolved' },
    });
  });

  it('rings at a side that comes back while it rings, and ends after as many attempts as the pack allows', async () => {
    const { conversationId, waiting } = await promised();
    waiting.close();
    const { cookie, page } = await signIn();
    for (const attempt of [1, 2]) {
      await accept(cookie, await nth(page, 'offer', attempt));
      const back = await line();
      await eventually('it rings at the side that came back', async () => {
        const side = await line();
        side.send({ type: 'await-callback', conversationId });
        await side.until('status');
        const rings = side.received.find(({ type }) => type === 'ringing');
        if (rings) back.send({ type: 'await-callback', conversationId });
        return rings !== undefined;
      });
      const ringing = await back.until('ringing');
      back.send({ type: 'answer', conversationId: ringing['conversationId'], accept: false });
    }
    await eventually('the promise is over', async () => (await callbacks()).length === 0);
    await page.until('agent', ({ agent }) => (agent as { presence: string }).presence === 'available');
  });
});
