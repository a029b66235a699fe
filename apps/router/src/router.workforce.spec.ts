import {
  AgentPresenceChanged,
  AgentReleased,
  HandoffOffered,
  HandoffRejected,
  Presence,
  type RegisterAgentRequest,
} from '@baton/contracts';
import { unary } from '@baton/rpc';
import { DeskHand } from './testing/desk-hand.js';
import { RunningRouter } from './testing/running-router.js';

const profile = (agentId: string, change: Partial<RegisterAgentRequest> = {}): RegisterAgentRequest => ({
  commandId: '',
  tenantId: '',
  agentId,
  name: agentId,
  skills: { fraud: 4 },
  languages: ['en'],
  workplace: { team: 'premier', site: 'leeds', country: 'GB' },
  capacity: { voice: 1, chat: 3, voiceWithChats: false },
  shift: undefined,
  ...change,
});

describe('the workforce of a running router', () => {
  let router: RunningRouter;
  let hand: DeskHand;
  beforeAll(async () => {
    router = await RunningRouter.start();
    hand = new DeskHand(router);
  });
  afterAll(() => router.stop());

  const registerAll = (agents: RegisterAgentRequest[]) => {
    const { workforceClient: client, tenantId } = router;
    return unary(client, client.registerAgents, { commandId: '', tenantId, agents }, 30_000);
  };
  const list = async (page?: { afterAgentId: string; limit: number }) => {
    const { workforceClient: client, tenantId } = router;
    return (await unary(client, client.listAgents, { tenantId, page }, 30_000)).agents;
  };

  it('is registered in batches: what is wrong is told by position, the same again changes nothing', async () => {
    const agents = [
      profile('batch-1'),
      profile('batch-2', { skills: { fraud: 9 } }),
      profile('batch-1'),
      profile('batch-3', { capacity: { voice: 2, chat: 0, voiceWithChats: false } }),
      profile('batch-4', {
        shift: {
          timezone: 'Nowhere/City',
          windows: [{ days: ['mon'], from: '09:00', to: '17:00' }],
          closed: [],
        },
      }),
    ];
    const first = await registerAll(agents);
    expect(first).toMatchObject({ changed: 1, unchanged: 0 });
    expect(first.refused.map(({ index }) => index)).toEqual([1, 2, 3, 4]);
    expect(first.refused[0]!.why).toContain('1 to 5');
    expect(await registerAll(agents.slice(0, 1))).toMatchObject({ changed: 0, unchanged: 1, refused: [] });
    expect((await list()).find(({ agentId }) => agentId === 'batch-1')).toMatchObject({
      workplace: { team: 'premier', country: 'GB' },
      capacity: { chat: 3 },
      standing: { onShift: true, handoffIds: [] },
    });
    await expect(
      registerAll(Array.from({ length: 1_001 }, (_, n) => profile(`many-${n}`))),
    ).rejects.toMatchObject({
      code: 'invalid-argument',
    });
  });

  it('is listed in pages', async () => {
    await registerAll(['page-a', 'page-b', 'page-c'].map((id) => profile(id)));
    const [first] = await list({ afterAgentId: 'page-', limit: 1 });
    expect(first!.agentId).toBe('page-a');
    expect((await list({ afterAgentId: 'page-a', limit: 2 })).map(({ agentId }) => agentId)).toEqual([
      'page-b',
      'page-c',
    ]);
  });

  it('is heard of by its desks, and who is not known is ignored', async () => {
    await hand.agent('heard');
    const { workforceClient: client, tenantId } = router;
    await unary(client, client.heartbeat, { tenantId, agentIds: ['heard', 'heard', 'nobody'] });
    const agent = (await list()).find(({ agentId }) => agentId === 'heard')!;
    expect(agent.standing!.heardAtMs).toBeGreaterThan(0);
    await hand.setPresence('heard', Presence.PRESENCE_OFFLINE);
  });

  it('explains every offer, with the event and when asked', async () => {
    await hand.agent('explained');
    const conversation = await hand.escalate();
    const offered = await router.until(HandoffOffered, conversation);
    expect(offered.explanation).toMatchObject({
      whyWaited: 'Not at all: somebody was free.',
      language: 'en',
    });
    expect((await hand.handoffOf(conversation)).explanation).toEqual(offered.explanation);
    await hand.hangUp(conversation);
    await hand.setPresence('explained', Presence.PRESENCE_OFFLINE);
  });

  it('remembers who spoke with a customer', async () => {
    await hand.agent('old-friend');
    const first = await hand.escalate();
    const offered = await router.until(HandoffOffered, first);
    await hand.accept(offered);
    await hand.bridge(first, offered);
    await router.eventually(async () => (await hand.handoffOf(first)).state === 'bridged', 'bridged');
    await hand.agent('stranger');
    const second = await hand.escalate();
    const next = await router.until(HandoffOffered, second);
    expect(next.agentId).toBe('stranger');
    expect(next.explanation!.whyNot).toContainEqual({
      agentId: 'old-friend',
      why: 'Knows the customer, but is with somebody else.',
    });
    await hand.hangUp(first);
    await hand.hangUp(second);
  });

  it('goes to the next agent when the desk of the first falls silent', async () => {
    const events = () => router.said(AgentReleased).filter(({ reason }) => reason === 'agent-left').length;
    const before = events();
    await hand.agent('leaver', { crisis: 5, fraud: 5 });
    const conversation = await hand.escalate();
    const offered = await router.until(HandoffOffered, conversation);
    await hand.setPresence(offered.agentId, Presence.PRESENCE_OFFLINE);
    await router.until(HandoffRejected, conversation);
    expect(events()).toBe(before + 1);
    expect(router.said(AgentPresenceChanged, offered.agentId).at(-1)).toMatchObject({
      presence: Presence.PRESENCE_OFFLINE,
    });
    await hand.hangUp(conversation);
  });
});
