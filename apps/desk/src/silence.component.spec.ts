import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { contextStore } from '@baton/context-store';
import { speechGateway } from '@baton/speech-gateway';
import { eventually, RunningDesk } from './testing/running-desk.js';
import type { Page } from './testing/page.js';

jest.setTimeout(60_000);

/** The bar of the design: no caller for whom somebody is being fetched hears nothing for longer, ms. */
const barMs = 5_000;

/** The longest time between two messages at the caller's socket, measured there. */
async function longestSilence(caller: Page, forMs: number): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  caller.socket.on('message', look);
  await pause(forMs);
  look();
  return longest;
}

describe('the silence a waiting caller hears', () => {
  const call = async (desk: RunningDesk) => {
    const caller = desk.caller();
    await new Promise((resolve) => caller.socket.once('open', resolve));
    caller.send({ type: 'start', tenant: 'bank', language: 'en', channel: 'phone' });
    const conversationId = String((await caller.until('started'))['conversationId']);
    await caller.until('turn');
    caller.send({ type: 'key', digit: '0' });
    return { caller, conversationId };
  };

  it('is never longer than five seconds: with the router away, in the queue, on hold', async () => {
    const [alone, whole] = await Promise.all([
      RunningDesk.start({ services: [contextStore, speechGateway] }),
      RunningDesk.start(),
    ]);
    try {
      await whole.seed();
      const away = await call(alone);
      const queued = await call(whole);
      await queued.caller.until('status', ({ phase }) => phase === 'waiting');

      const cookie = await whole.signIn('agent-lucia');
      const page = await whole.page(cookie);
      const held = await call(whole);
      const mine = async (state: string) => {
        const { body } = await whole.ask('GET', '/api/handoffs', { cookie });
        const { handoffs } = body as {
          handoffs: {
            handoffId: string;
            conversationId: string;
            state: string;
            agentId: string;
            reservationToken: number;
          }[];
        };
        return handoffs.find((handoff) => handoff.agentId === 'agent-lucia' && handoff.state === state);
      };
      await whole.ask('POST', '/api/presence', { cookie, body: { presence: 'available' } });
      await page.until('offer');
      const offer = (await mine('offered'))!;
      const { handoffId, reservationToken } = offer;
      await whole.ask('POST', `/api/handoffs/${handoffId}/accept`, { cookie, body: { reservationToken } });
      await eventually('she talks', async () => (await mine('bridged')) !== undefined);
      const ask = { id: 'ask-1', consult: true, queue: 'general' };
      await whole.ask('POST', `/api/handoffs/${handoffId}/transfer`, { cookie, body: ask });
      // Whoever of the two she was given is on hold; the other one waits.
      const [onHold, waits] =
        offer.conversationId === held.conversationId
          ? [held.caller, queued.caller]
          : [queued.caller, held.caller];
      await onHold.until('status', (status) => status['onHold'] === true);

      const silences = await Promise.all(
        [away.caller, onHold, waits].map((caller) => longestSilence(caller, 10_500)),
      );
      for (const silence of silences) expect(silence).toBeLessThan(barMs);
      // What is given in between is a sign, not a line of the conversation.
      const signs = away.caller.received.filter(({ stillHere }) => stillHere === true);
      expect(signs.length).toBeGreaterThanOrEqual(2);
      expect(signs.every(({ type }) => type === 'status')).toBe(true);
      for (const { caller } of [away, queued, held]) caller.close();
      page.close();
    } finally {
      await Promise.all([alone.stop(), whole.stop()]);
    }
  });
});
