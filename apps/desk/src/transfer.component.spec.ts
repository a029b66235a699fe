import { jest } from '@jest/globals';
import type { Page, Received } from './testing/page.js';
import { eventually, RunningDesk } from './testing/running-desk.js';

jest.setTimeout(60_000);

interface Shown {
  readonly handoffId: string;
  readonly conversationId: string;
  readonly state: string;
  readonly agentId: string;
  readonly reservationToken: number;
  readonly leaseToken: number;
  readonly participant: boolean;
  readonly transferFailed: string;
  readonly note: string;
  readonly nextHandoffId: string;
  readonly transfer?: { readonly phase: string; readonly nextHandoffId: string };
  readonly times: Record<string, number>;
}

/** One agent at their desk. */
interface Person {
  readonly agentId: string;
  readonly cookie: string;
  readonly page: Page;
}

describe('from one person to the next, through desk, router and gateway', () => {
  let desk: RunningDesk;
  let open: Page[] = [];
  let callers: Page[] = [];
  let clicks = 0;

  beforeAll(async () => {
    desk = await RunningDesk.start();
    await desk.seed();
  });
  afterAll(() => desk.stop());

  const post = async (who: Person, path: string, body: unknown = {}) =>
    desk.ask('POST', path, { cookie: who.cookie, body });
  const click = () => `click-${(clicks += 1)}`;
  const signIn = async (agentId: string, available = true): Promise<Person> => {
    const cookie = await desk.signIn(agentId);
    const page = await desk.page(cookie);
    open.push(page);
    const who = { agentId, cookie, page };
    if (available) await post(who, '/api/presence', { presence: 'available' });
    return who;
  };
  const call = async () => {
    const caller = desk.caller();
    open.push(caller);
    callers.push(caller);
    await new Promise((resolve) => caller.socket.once('open', resolve));
    caller.send({ type: 'start', tenant: 'bank', language: 'en', channel: 'phone' });
    const conversationId = String((await caller.until('started'))['conversationId']);
    await caller.until('turn');
    return { caller, conversationId };
  };
  const offerTo = async ({ page }: Person, conversationId: string, fits = (_: Shown) => true) => {
    const offer = await page.until('offer', (message) => {
      const handoff = message['handoff'] as Shown;
      return handoff.conversationId === conversationId && fits(handoff);
    });
    return offer['handoff'] as Shown;
  };
  const accept = (who: Person, { handoffId, reservationToken }: Shown) =>
    post(who, `/api/handoffs/${handoffId}/accept`, { reservationToken });
  const until = async ({ page }: Person, handoffId: string, fits: (handoff: Shown) => boolean) => {
    const message = await page.until('handoff', ({ handoff }) => {
      const shown = handoff as Shown;
      return shown.handoffId === handoffId && fits(shown);
    });
    return message['handoff'] as Shown;
  };
  const inState = (state: string) => (handoff: Shown) => handoff.state === state;
  /** A caller who talks with this agent. */
  const talking = async (who: Person) => {
    const { caller, conversationId } = await call();
    caller.send({ type: 'key', digit: '0' });
    const offer = await offerTo(who, conversationId);
    await accept(who, offer);
    await until(who, offer.handoffId, (handoff) => handoff.state === 'bridged' && handoff.leaseToken > 0);
    return { caller, conversationId, handoffId: offer.handoffId };
  };
  const say = (who: Person, conversationId: string, text: string, leaseToken = 0) =>
    post(who, `/api/conversations/${conversationId}/say`, { text, id: click(), leaseToken });
  const turn = (speaker: string, words: RegExp) => (message: Received) =>
    message['speaker'] === speaker && words.test(String(message['text']));
  const heard = (page: Page, words: RegExp) =>
    page.received.some(({ type, text }) => type === 'turn' && words.test(String(text)));

  /** Everybody hangs up, writes up and goes home, so that nothing rings in the next test. */
  afterEach(async () => {
    const { body } = await desk.ask('GET', '/api/agents?tenant=bank');
    for (const { agentId } of (body as { agents: { agentId: string }[] }).agents) {
      const cookie = await desk.signIn(agentId);
      await desk.ask('POST', '/api/presence', { cookie, body: { presence: 'offline' } });
    }
    for (const caller of callers) caller.send({ type: 'hangup' });
    await eventually('every handoff is over', async () => {
      const { handoffs } = (await desk.ask('GET', '/api/handoffs?tenant=bank')).body as { handoffs: Shown[] };
      for (const { handoffId, agentId } of handoffs.filter(inState('wrap-up'))) {
        const cookie = await desk.signIn(agentId);
        const done = { disposition: 'resolved' };
        await desk.ask('POST', `/api/handoffs/${handoffId}/wrap-up`, { cookie, body: done });
      }
      return handoffs.length === 0;
    });
    for (const page of open) page.close();
    [open, callers] = [[], []];
  });

  it('gives a caller back to the bot with what the human learned, and the agent is silent and free', async () => {
    const lucia = await signIn('agent-lucia');
    const { caller, conversationId, handoffId } = await talking(lucia);
    const back = { note: 'The card ending 1234 is frozen.', slots: { last_four: '1234' } };
    expect(await post(lucia, `/api/handoffs/${handoffId}/return-to-bot`, back)).toMatchObject({
      status: 200,
      body: { handoff: { state: 'returned-to-bot' } },
    });
    await caller.until('turn', turn('bot', /AI assistant again/));
    await caller.until('status', ({ phase }) => phase === 'bot');
    expect(await say(lucia, conversationId, 'One more thing.')).toMatchObject({
      status: 409,
      body: { error: { code: 'no-lease' } },
    });
    await eventually('the packet has the note', async () => {
      const { body } = await desk.ask('GET', `/api/conversations/${conversationId}/packet`);
      const { notes } = (body as { packet: { notes: { text: string; slots: object }[] } }).packet;
      return notes.some(({ text, slots }) => text.includes('frozen') && 'last_four' in slots);
    });
    await lucia.page.until('agent', ({ agent }) => (agent as { presence: string }).presence === 'available');
    // The caller asks for a person again: the way to a human is open as before.
    caller.send({ type: 'key', digit: '0' });
    await offerTo(lucia, conversationId, (next) => next.handoffId !== handoffId);
  });

  it('passes a caller on to an agent: told once, never lost, and the first agent is done when they wait safely', async () => {
    const lucia = await signIn('agent-lucia');
    const { caller, conversationId, handoffId } = await talking(lucia);
    const jonas = await signIn('agent-jonas');
    const wish = { id: click(), toAgentId: 'agent-jonas', note: 'Wants a new limit.' };
    expect((await post(lucia, `/api/handoffs/${handoffId}/transfer`, wish)).status).toBe(200);
    await caller.until('turn', turn('announcement', /need not repeat/));
    await caller.until('status', ({ phase }) => phase === 'waiting');
    const offer = await offerTo(jonas, conversationId);
    expect(offer.note).toBe('Wants a new limit.');
    const done = await until(lucia, handoffId, inState('wrap-up'));
    expect(done.nextHandoffId).toBe(offer.handoffId);
    expect(await say(lucia, conversationId, 'Still me.')).toMatchObject({ status: 409 });
    await accept(jonas, offer);
    await until(jonas, offer.handoffId, inState('bridged'));
    await say(jonas, conversationId, 'Good day, about your limit.');
    await caller.until('turn', turn('agent', /about your limit/));
    expect(caller.received.filter(({ phase }) => phase === 'ended')).toEqual([]);
  });

  it('falls back to the queue when the agent who was asked for does not take the caller', async () => {
    const lucia = await signIn('agent-lucia');
    const { caller, conversationId, handoffId } = await talking(lucia);
    const jonas = await signIn('agent-jonas');
    await post(lucia, `/api/handoffs/${handoffId}/transfer`, { id: click(), toAgentId: 'agent-jonas' });
    const offer = await offerTo(jonas, conversationId);
    const monica = await signIn('agent-monica');
    await post(jonas, `/api/handoffs/${offer.handoffId}/reject`, {
      reservationToken: offer.reservationToken,
      reason: 'lunch',
    });
    // The first agent sees why, and the next one is asked.
    const shown = await until(lucia, offer.handoffId, ({ agentId }) => agentId === 'agent-monica');
    expect(shown).toMatchObject({ refused: [{ agentId: 'agent-jonas', reason: 'lunch' }] });
    await accept(monica, await offerTo(monica, conversationId));
    await caller.until('status', ({ phase }) => phase === 'agent');
    const wrong = await post(lucia, `/api/handoffs/${handoffId}/transfer`, { id: click(), queue: 'no-such' });
    expect(wrong.status).toBeGreaterThanOrEqual(400);
  });

  it('lets two agents consult in private while the caller is on hold, then all talk, then hands over', async () => {
    const lucia = await signIn('agent-lucia');
    const { caller, conversationId, handoffId } = await talking(lucia);
    const jonas = await signIn('agent-jonas');
    const ask = { id: click(), consult: true, toAgentId: 'agent-jonas', note: 'Is 5,000 all right?' };
    await post(lucia, `/api/handoffs/${handoffId}/transfer`, ask);
    await caller.until('turn', turn('announcement', /on hold/));
    await caller.until('status', ({ onHold }) => onHold === true);
    const offer = await offerTo(jonas, conversationId);
    await accept(jonas, offer);
    const asking = await until(lucia, handoffId, ({ transfer }) => transfer?.phase === 'consulting');
    const consult = `/api/handoffs/${asking.transfer!.nextHandoffId}/consult`;

    // Race 3: nothing said on one side is heard on the other.
    await post(lucia, consult, { text: 'May she have five thousand?', id: click() });
    await jonas.page.until('consult', ({ lines }) => JSON.stringify(lines).includes('five thousand'));
    expect((await say(lucia, conversationId, 'Meant for my colleague.')).body).toMatchObject({
      error: { code: 'on-hold' },
    });
    caller.send({ type: 'say', text: 'are you still there', id: 'held-1' });
    await caller.until('turn', turn('customer', /still there/));
    await post(jonas, consult, { text: 'Yes, up to six.', id: click() });
    await lucia.page.until('consult', ({ lines }) => JSON.stringify(lines).includes('up to six'));
    for (const { page } of [lucia, jonas]) {
      const turns = page.received
        .filter(({ type }) => type === 'turn')
        .map(({ turn: said }) => JSON.stringify(said));
      expect(turns.filter((said) => said.includes('still there'))).toEqual([]);
    }
    expect(heard(caller, /five thousand|up to six/)).toBe(false);
    const stranger = await desk.ask('GET', consult, { cookie: await desk.signIn('agent-owen') });
    expect(stranger.status).toBe(404);

    // All three: one holds the lease, the other speaks beside them; each only under the token of now.
    const old = asking.leaseToken;
    await post(lucia, `/api/handoffs/${handoffId}/settle`, { outcome: 'conference', id: click() });
    await until(jonas, offer.handoffId, (handoff) => handoff.state === 'bridged' && handoff.participant);
    const beside = await until(jonas, offer.handoffId, ({ leaseToken }) => leaseToken > old);
    expect(await say(jonas, conversationId, 'Old.', old)).toMatchObject({ status: 409 });
    await say(jonas, conversationId, 'The limit can go up.', beside.leaseToken);
    await say(lucia, conversationId, 'And I agree.');
    await caller.until('turn', turn('agent', /limit can go up/));
    await caller.until('turn', turn('agent', /And I agree/));
    await until(lucia, handoffId, ({ transfer }) => transfer?.phase === 'conference');
    await lucia.page.until('packet', ({ packet }) => JSON.stringify(packet).includes('still there'));

    // She hands over and writes up; the call goes on with him, who ends it.
    await post(lucia, `/api/handoffs/${handoffId}/settle`, { outcome: 'transferred', id: click() });
    await until(lucia, handoffId, inState('wrap-up'));
    const alone = await until(
      jonas,
      offer.handoffId,
      (handoff) => !handoff.participant && handoff.leaseToken > beside.leaseToken,
    );
    expect(await say(lucia, conversationId, 'Me again.')).toMatchObject({ status: 409 });
    await say(jonas, conversationId, 'It is done.', alone.leaseToken);
    await caller.until('turn', turn('agent', /It is done/));
    await post(jonas, `/api/handoffs/${offer.handoffId}/finish`);
    await caller.until('status', ({ phase }) => phase === 'ended');
  });

  it('gives the caller back at once when a consult is cancelled while it rings, and nobody is left ringing', async () => {
    const lucia = await signIn('agent-lucia');
    const { caller, conversationId, handoffId } = await talking(lucia);
    const jonas = await signIn('agent-jonas');
    await post(lucia, `/api/handoffs/${handoffId}/transfer`, {
      id: click(),
      consult: true,
      toAgentId: 'agent-jonas',
    });
    const offer = await offerTo(jonas, conversationId);
    await post(lucia, `/api/handoffs/${handoffId}/settle`, { outcome: 'cancelled', id: click() });
    await jonas.page.until('offer-gone', (gone) => gone['handoffId'] === offer.handoffId);
    expect((await accept(jonas, offer)).status).toBe(409);
    await caller.until('turn', turn('announcement', /with you again/));
    expect((await say(lucia, conversationId, 'Back with you.')).status).toBe(200);
  });

  it('lets a supervisor take a caller over from the bot and from an agent, and nobody else', async () => {
    const helen = await signIn('agent-helen', false);
    const { caller, conversationId } = await call();
    const lucia = await signIn('agent-lucia', false);
    const take = `/api/conversations/${conversationId}/take-over`;
    await eventually('the conversation is known', async () => {
      const { status } = await desk.ask('GET', `/api/conversations/${conversationId}/packet`);
      return status === 200;
    });
    expect(await post(lucia, take, { id: click() })).toMatchObject({
      status: 403,
      body: { error: { code: 'not-allowed' } },
    });
    const taken = await post(helen, take, { id: click(), reason: 'Unhappy caller.' });
    expect(taken.status).toBe(200);
    const { handoffId } = (taken.body as { handoff: Shown }).handoff;
    await until(helen, handoffId, inState('bridged'));
    await say(helen, conversationId, 'I lead the team here.');
    await caller.until('turn', turn('agent', /lead the team/));

    await post(lucia, '/api/presence', { presence: 'available' });
    const other = await talking(lucia);
    await post(helen, `/api/handoffs/${handoffId}/finish`);
    await post(helen, `/api/handoffs/${handoffId}/wrap-up`, { disposition: 'resolved' });
    await helen.page.until('agent', ({ agent }) => (agent as { handoffId: string }).handoffId === '');
    const second = await post(helen, `/api/conversations/${other.conversationId}/take-over`, { id: click() });
    expect(second.status).toBe(200);
    const next = (second.body as { handoff: Shown }).handoff;
    await until(helen, next.handoffId, inState('bridged'));
    expect((await until(lucia, other.handoffId, inState('wrap-up'))).nextHandoffId).toBe(next.handoffId);
    expect(await say(lucia, other.conversationId, 'And I.')).toMatchObject({ status: 409 });
    await say(helen, other.conversationId, 'Let me help with this.');
    await other.caller.until('turn', turn('agent', /Let me help/));
  });

  it('keeps a message of a caller for whom nobody is there, redacted, until an agent has dealt with it', async () => {
    const { caller, conversationId } = await call();
    caller.send({ type: 'key', digit: '0' });
    await caller.until('status', ({ phase }) => phase === 'waiting');
    caller.send({ type: 'leave-message', text: 'Ring me at jo@example.com about my card.' });
    await caller.until('turn', turn('announcement', /message is with the team/));
    await caller.until('status', ({ phase, reason }) => phase === 'ended' && reason === 'message-left');
    const owen = await signIn('agent-owen');
    const list = async () => {
      const { body } = await desk.ask('GET', '/api/messages', { cookie: owen.cookie });
      return (body as { messages: { messageId: string; conversationId: string; text: string }[] }).messages;
    };
    await eventually('the message is listed', async () => (await list()).length === 1);
    const [message] = await list();
    expect(message).toMatchObject({ conversationId, text: 'Ring me at [EMAIL] about my card.' });
    await post(owen, `/api/messages/${message!.messageId}/handled`, { note: 'Rung.' });
    expect(await list()).toEqual([]);
  });

  it('carries the stations of the way to a human, the packet on screen among them', async () => {
    const lucia = await signIn('agent-lucia');
    const { caller, conversationId } = await call();
    caller.send({ type: 'key', digit: '0' });
    const offer = await offerTo(lucia, conversationId);
    const shown = { reservationToken: offer.reservationToken };
    await post(lucia, `/api/handoffs/${offer.handoffId}/shown`, shown);
    await accept(lucia, offer);
    const { times } = await until(lucia, offer.handoffId, inState('bridged'));
    const stations = [
      'requestedAtMs',
      'decidedAtMs',
      'reservedAtMs',
      'packetShownAtMs',
      'acceptedAtMs',
      'bridgedAtMs',
    ];
    const reached = stations.map((station) => times[station]!);
    expect(reached).toEqual([...reached].sort((a, b) => a - b));
    expect(Math.min(...reached)).toBeGreaterThan(0);
  });
});
