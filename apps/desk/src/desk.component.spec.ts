import { jest } from '@jest/globals';
import { eventually, RunningDesk } from './testing/running-desk.js';

jest.setTimeout(60_000);

describe('the desk among the services it asks', () => {
  let desk: RunningDesk;

  beforeAll(async () => {
    desk = await RunningDesk.start();
    await desk.seed();
  });

  afterAll(() => desk.stop());

  /** A caller who wants a person at once. */
  const call = async () => {
    const caller = desk.caller();
    await new Promise((resolve) => caller.socket.once('open', resolve));
    const customer = { id: 'C-1', segment: 'standard' };
    caller.send({ type: 'start', tenant: 'bank', language: 'en', channel: 'phone', customer });
    const { conversationId } = await caller.until('started');
    await caller.until('turn');
    caller.send({ type: 'key', digit: '0' });
    return { caller, conversationId: String(conversationId) };
  };
  const post = (path: string, cookie: string, body: unknown) => desk.ask('POST', path, { cookie, body });

  it('tells what a page needs before anyone signs in', async () => {
    const { status, body } = await desk.ask('GET', '/api/tenants');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      tenants: [
        {
          id: 'bank',
          company: 'Northgate Bank',
          languages: expect.arrayContaining(['en', 'es']) as unknown,
          demoCall: 'balance-then-fraud',
          customers: expect.arrayContaining([
            { customerId: 'C-1', name: 'Jordan Blake', segment: 'standard' },
          ]) as unknown,
          agents: expect.arrayContaining([expect.objectContaining({ agentId: 'agent-amira' })]) as unknown,
          dispositions: expect.arrayContaining([
            { code: expect.any(String) as unknown, title: expect.any(String) as unknown },
          ]) as unknown,
        },
      ],
    });
  });

  it('says how the services are', async () => {
    const { body } = await desk.ask('GET', '/api/status');
    expect(body).toMatchObject({ mode: 'embedded', version: '0.1.0', tenants: ['bank'], demo: true });
    const { services } = body as { services: { name: string; ready: boolean }[] };
    expect(services).toEqual(
      expect.arrayContaining([
        { name: 'desk', ready: true, degraded: false },
        { name: 'router', ready: true, degraded: false },
        { name: 'context-store', ready: true, degraded: false },
      ]),
    );
    // Nobody said where they are.
    expect(services.map(({ name }) => name)).not.toContain('dialog');
  });

  it('signs an agent in, keeps them signed in, and out', async () => {
    const unknown = await post('/api/session', '', { tenant: 'bank', agentId: 'agent-nobody' });
    expect(unknown).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } });

    const cookie = await desk.signIn('agent-jonas');
    const { body } = await desk.ask('GET', '/api/session', { cookie });
    expect(body).toMatchObject({ tenant: 'bank', agent: { agentId: 'agent-jonas', presence: 'offline' } });

    const out = await desk.ask('DELETE', '/api/session', { cookie });
    expect(out.headers.get('set-cookie')).toMatch(
      /^baton_session=; HttpOnly; SameSite=Strict; Path=\/; Max-Age=0/,
    );
  });

  it('takes a caller from the offer to the written-up conversation, on the screen of the right agent', async () => {
    const cookie = await desk.signIn('agent-lucia');
    const page = await desk.page(cookie);
    const other = await desk.page(await desk.signIn('agent-owen'));
    expect((await post('/api/presence', cookie, { presence: 'available' })).body).toMatchObject({
      agent: { agentId: 'agent-lucia', presence: 'available' },
    });
    await page.until('agent', ({ agent }) => (agent as { presence: string }).presence === 'available');

    const { caller, conversationId } = await call();
    const offer = await page.until('offer');
    expect(offer).toMatchObject({
      conversationId,
      handoff: { state: 'offered', agentId: 'agent-lucia', conversationId, reasons: ['human-request'] },
      packet: {
        conversationId,
        channel: 'phone',
        aiDisclosed: true,
        customer: { name: 'Jordan Blake' },
        decision: { verdict: 'escalate' },
      },
    });
    const hasAsked = ({ packet }: Record<string, unknown>) =>
      (packet as { transcript: { speaker: string; text: string }[] }).transcript.some(
        ({ speaker, text }) => speaker === 'customer' && text === '0',
      );
    if (!hasAsked(offer)) await page.until('packet', hasAsked);
    expect(other.received.filter(({ type }) => type === 'offer')).toEqual([]);

    const { handoffId, reservationToken } = offer['handoff'] as {
      handoffId: string;
      reservationToken: number;
    };
    const accepted = await post(`/api/handoffs/${handoffId}/accept`, cookie, { reservationToken });
    expect(accepted).toMatchObject({ status: 200, body: { handoff: { handoffId, agentId: 'agent-lucia' } } });
    // A second click does nothing new; another agent's late yes is refused.
    expect((await post(`/api/handoffs/${handoffId}/accept`, cookie, { reservationToken })).status).toBe(200);
    const late = await post(`/api/handoffs/${handoffId}/accept`, await desk.signIn('agent-owen'), {
      reservationToken,
    });
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'offer-gone' } } });

    await page.until('handoff', ({ handoff }) => (handoff as { state: string }).state === 'bridged');
    await caller.until('status', ({ phase }) => phase === 'agent');
    const say = `/api/conversations/${conversationId}/say`;
    const said = await post(say, cookie, { text: 'Good morning, how may I help?', id: 's-1' });
    expect(said).toMatchObject({ status: 200, body: { turnIndex: expect.any(Number) as unknown } });
    await caller.until(
      'turn',
      ({ speaker, text }) => speaker === 'agent' && text === 'Good morning, how may I help?',
    );
    const mine = ({ turn }: Record<string, unknown>) => (turn as { speaker: string }).speaker === 'agent';
    expect(await page.until('turn', mine)).toMatchObject({
      conversationId,
      turn: { index: (said.body as { turnIndex: number }).turnIndex, agentId: 'agent-lucia' },
    });
    expect(await post(say, await desk.signIn('agent-owen'), { text: 'And me.', id: 's-1' })).toMatchObject({
      status: 409,
      body: { error: { code: 'no-lease' } },
    });

    caller.send({ type: 'say', text: 'hello there', id: 'c-2' });
    await page.until('turn', ({ turn }) => (turn as { text: string }).text === 'hello there');

    // A page that comes back finds everything as it is.
    page.close();
    const again = await desk.page(cookie);
    expect(await again.until('hello')).toMatchObject({ agent: { agentId: 'agent-lucia', presence: 'busy' } });
    expect(await again.until('handoff')).toMatchObject({ handoff: { handoffId, state: 'bridged' } });
    expect(await again.until('packet')).toMatchObject({ conversationId, packet: { handoffId } });

    expect((await post(`/api/handoffs/${handoffId}/finish`, cookie, undefined)).body).toMatchObject({
      handoff: { state: 'wrap-up' },
    });
    expect(await again.until('ended')).toMatchObject({ conversationId, reason: 'agent-finished' });
    const [disposition] = desk.running.packs.current('bank').routing.dispositions;
    const wrapUp = { disposition: disposition!.code, note: 'all well' };
    expect((await post(`/api/handoffs/${handoffId}/wrap-up`, cookie, wrapUp)).body).toMatchObject({
      handoff: { handoffId, state: 'completed', disposition: disposition!.code },
    });
    await again.until('handoff', ({ handoff }) => (handoff as { state: string }).state === 'completed');

    const listed = await desk.ask('GET', '/api/conversations?tenant=bank&limit=5');
    expect(listed.body).toMatchObject({
      conversations: expect.arrayContaining([
        expect.objectContaining({ conversationId, channel: 'phone' }),
      ]) as unknown,
    });
    await post('/api/presence', cookie, { presence: 'offline' });
    for (const open of [again, other, caller]) open.close();
  });

  it('shows the offer again after a reconnect, and takes it away when the agent says no', async () => {
    const cookie = await desk.signIn('agent-jonas');
    await post('/api/presence', cookie, { presence: 'available' });
    const { caller, conversationId } = await call();
    await eventually('the handoff is offered', async () => {
      const { body } = await desk.ask('GET', '/api/handoffs', { cookie });
      const { handoffs } = body as { handoffs: { conversationId: string; state: string }[] };
      return handoffs.some((one) => one.conversationId === conversationId && one.state === 'offered');
    });
    const page = await desk.page(cookie);
    const offer = await page.until('offer');
    expect(offer).toMatchObject({
      conversationId,
      packet: { conversationId },
      handoff: { state: 'offered' },
    });
    const { handoffId, reservationToken } = offer['handoff'] as {
      handoffId: string;
      reservationToken: number;
    };
    const no = { reservationToken, reason: 'in a meeting' };
    expect((await post(`/api/handoffs/${handoffId}/reject`, cookie, no)).status).toBe(200);
    expect(await page.until('offer-gone')).toMatchObject({ handoffId, reason: 'rejected' });
    await post('/api/presence', cookie, { presence: 'offline' });
    page.close();
    caller.close();
  });

  it('follows a watched conversation without a session, with its trail', async () => {
    const caller = desk.caller();
    await new Promise((resolve) => caller.socket.once('open', resolve));
    caller.send({ type: 'start', tenant: 'bank', language: 'en' });
    const conversationId = String((await caller.until('started'))['conversationId']);
    await caller.until('turn');
    const page = await desk.page(undefined, conversationId);
    caller.send({ type: 'say', text: 'what are your opening hours', id: 'c-1' });
    const isQuestion = ({ turn }: Record<string, unknown>) =>
      (turn as { speaker: string }).speaker === 'customer';
    expect(await page.until('turn', isQuestion)).toMatchObject({
      conversationId,
      turn: { text: 'what are your opening hours' },
    });
    const isRecorded = ({ event }: Record<string, unknown>) =>
      (event as { type: string }).type === 'baton.conversation.v1.TurnRecorded';
    expect(await page.until('event', isRecorded)).toMatchObject({
      conversationId,
      event: {
        source: '/baton/speech-gateway',
        data: { speaker: 'SPEAKER_CUSTOMER', text: 'what are your opening hours' },
      },
    });
    caller.send({ type: 'hangup' });
    expect(await page.until('ended')).toMatchObject({ conversationId, reason: 'caller-hung-up' });

    await eventually('the audit log has the call', async () => {
      const { body } = await desk.ask('GET', `/api/audit/${conversationId}?tenant=bank`);
      const { entries = [] } = body as { entries?: { type: string; data: unknown }[] };
      return entries.some(({ type, data }) => type.endsWith('ConversationEnded') && data !== null);
    });
    expect((await desk.ask('GET', '/api/audit/checkpoint?tenant=bank')).body).toMatchObject({
      checkpoint: expect.any(String) as unknown,
      verifierKey: expect.any(String) as unknown,
    });
    page.close();
    caller.close();
  });

  it('searches knowledge and fetches help', async () => {
    const found = await desk.ask('GET', '/api/knowledge?tenant=bank&q=card+limit');
    expect(found.body).toMatchObject({
      articles: expect.arrayContaining([
        expect.objectContaining({ articleId: expect.any(String) as unknown }),
      ]) as unknown,
    });
    expect((await desk.ask('GET', '/api/knowledge?tenant=bank')).status).toBe(400);
  });

  it('passes on what the services say to wrong requests', async () => {
    expect(await desk.ask('GET', '/api/conversations/no-such-call/packet')).toMatchObject({
      status: 404,
      body: { error: { code: 'not-found' } },
    });
    expect(await desk.ask('GET', '/api/agents?tenant=no-such-tenant')).toMatchObject({ status: 404 });
    const cookie = await desk.signIn('agent-priya');
    expect(await post('/api/handoffs/no-such/accept', cookie, { reservationToken: 1 })).toMatchObject({
      status: 404,
    });
    expect(await post('/api/presence', cookie, { presence: 'busy' })).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid-argument' } },
    });
  });
});
