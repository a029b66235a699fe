import {
  AgentReleased,
  AgentReserved,
  CallbackScheduled,
  CallerBridged,
  ConversationEnded,
  ConversationStarted,
  EndReason,
  EscalationDecided,
  HandoffAbandoned,
  HandoffAccepted,
  HandoffCompleted,
  HandoffConnected,
  HandoffOffered,
  HandoffQueued,
  HandoffRejected,
  HandoffRescinded,
  HumanRequested,
  Presence,
  QueuePositionAnnounced,
  SentimentScored,
  Speaker,
  TurnDecided,
  TurnRecorded,
  TurnUnderstood,
  Verdict,
  WrapUpStarted,
} from '@baton/contracts';
import { unary } from '@baton/rpc';
import { fraudReported, scored, started, understood } from './testing/events.js';
import { RunningRouter } from './testing/running-router.js';

describe('the router alone, on an embedded bus and store', () => {
  let router: RunningRouter;
  let calls = 0;

  beforeEach(async () => {
    router = await RunningRouter.start();
  });

  afterEach(() => router.stop());

  const begin = async () => {
    calls += 1;
    const conversation = `call-${calls}`;
    await router.publish(ConversationStarted, conversation, started(router.pack));
    return conversation;
  };
  const escalate = async () => {
    const conversation = await begin();
    await router.publish(TurnUnderstood, conversation, fraudReported(3));
    await router.publish(SentimentScored, conversation, scored(3));
    return conversation;
  };
  const agent = async (agentId: string, skills: Record<string, number> = { fraud: 5 }) => {
    const { tenantId, workforceClient: client } = router;
    const profile = { commandId: '', tenantId, agentId, name: agentId, skills, languages: ['en'] };
    await unary(client, client.registerAgent, profile);
    await presence(agentId, Presence.PRESENCE_AVAILABLE);
  };
  const presence = (agentId: string, wanted: Presence) => {
    const { workforceClient: client } = router;
    return unary(client, client.setPresence, { commandId: '', agentId, presence: wanted, reason: '' });
  };
  const presenceOf = async (agentId: string) => {
    const { workforceClient: client, tenantId } = router;
    const { agents } = await unary(client, client.listAgents, { tenantId });
    return agents.find((listed) => listed.agentId === agentId)?.presence;
  };
  const accept = (offered: HandoffOffered, commandId = '') => {
    const { routerClient: client } = router;
    const { handoffId, agentId, reservationToken } = offered;
    return unary(client, client.acceptOffer, { commandId, handoffId, agentId, reservationToken });
  };
  const reject = (offered: HandoffOffered) => {
    const { routerClient: client } = router;
    const { handoffId, agentId, reservationToken } = offered;
    return unary(client, client.rejectOffer, { commandId: '', handoffId, agentId, reservationToken, reason: 'busy' });
  };
  const handoffOf = async (conversationId: string) => {
    const { routerClient: client } = router;
    return (await unary(client, client.getHandoff, { handoffId: '', conversationId })).handoff!;
  };
  const hangUp = (conversation: string) =>
    router.publish(ConversationEnded, conversation, {
      reason: EndReason.END_REASON_CALLER_HUNG_UP,
      endedAtMs: Date.now(),
    });
  const bridge = (conversation: string, { handoffId, agentId }: HandoffOffered) =>
    router.publish(CallerBridged, conversation, { handoffId, agentId, leaseToken: 2 });

  it('takes a caller from the first turn to a written-up conversation with a human', async () => {
    await agent('agent-a');
    const conversation = await begin();
    await router.publish(SentimentScored, conversation, scored(1));
    await router.publish(TurnUnderstood, conversation, understood(1));
    expect((await router.until(TurnDecided, conversation)).decision?.verdict).toBe(Verdict.VERDICT_CONTINUE);

    await router.publish(TurnUnderstood, conversation, fraudReported(3));
    await router.publish(SentimentScored, conversation, scored(3));
    const { decision, handoffId } = await router.until(EscalationDecided, conversation);
    expect(decision).toMatchObject({ turnIndex: 3, reasons: ['fraud'], skills: ['fraud'], language: 'en' });

    const offered = await router.until(HandoffOffered, conversation);
    expect(offered).toMatchObject({ handoffId, agentId: 'agent-a', queue: 'fraud', attempt: 1 });
    expect((await accept(offered)).handoff?.state).toBe('accepted');
    await bridge(conversation, offered);
    await router.until(HandoffConnected, conversation);
    await router.eventually(async () => (await presenceOf('agent-a')) === Presence.PRESENCE_BUSY, 'busy');

    const { routerClient: client } = router;
    const finish = { commandId: '', handoffId, agentId: 'agent-a' };
    await unary(client, client.finishConversation, finish);
    await router.until(WrapUpStarted, conversation);
    await unary(client, client.completeWrapUp, { ...finish, disposition: 'resolved', note: 'all well' });
    const done = await router.until(HandoffCompleted, conversation);
    expect(done).toEqual({ handoffId, agentId: 'agent-a', disposition: 'resolved', note: 'all well' });
    await router.eventually(async () => (await presenceOf('agent-a')) === Presence.PRESENCE_AVAILABLE, 'free');
    expect(router.trail(conversation, 'baton.handoff.v1')).toEqual([
      'HandoffRequested',
      'HandoffQueued',
      'HandoffOffered',
      'HandoffAccepted',
      'HandoffConnected',
      'WrapUpStarted',
      'HandoffCompleted',
    ]);
  });

  it('offers the next agent the caller whom the first one rejects', async () => {
    await agent('agent-a', { fraud: 5 });
    await agent('agent-b', { fraud: 4 });
    const conversation = await escalate();
    const first = await router.until(HandoffOffered, conversation);
    await reject(first);
    const second = await router.until(HandoffOffered, conversation, 2);
    expect([first.agentId, second.agentId]).toEqual(['agent-a', 'agent-b']);
    expect(await router.until(HandoffRejected, conversation)).toMatchObject({ agentId: 'agent-a', reason: 'busy' });
    await router.until(AgentReleased, 'agent-a');
    await expect(accept(first)).rejects.toMatchObject({ code: 'offer-gone' });
    expect((await accept(second)).handoff?.agentId).toBe('agent-b');
  });

  it('escalates a keyed request with dialog and sentiment down, and decides that turn once', async () => {
    const conversation = await begin();
    await router.publish(HumanRequested, conversation, { turnIndex: 2, how: 'keyed' });
    const { decision } = await router.until(EscalationDecided, conversation);
    expect(decision?.reasons).toEqual(['human-request']);
    await router.publish(TurnUnderstood, conversation, understood(2));
    await router.publish(SentimentScored, conversation, scored(2));
    await router.publish(TurnUnderstood, conversation, understood(4));
    await router.until(HandoffQueued, conversation);
    expect(router.said(TurnDecided, conversation)).toHaveLength(1);
  });

  it('decides without the half that does not come', async () => {
    const conversation = await begin();
    await router.publish(TurnUnderstood, conversation, fraudReported(1));
    const { decision } = await router.until(TurnDecided, conversation);
    expect(decision?.verdict).toBe(Verdict.VERDICT_ESCALATE);
    await router.publish(SentimentScored, conversation, scored(1));
    await router.until(HandoffQueued, conversation);
    expect(router.said(TurnDecided, conversation)).toHaveLength(1);
  });

  it('tells a caller nobody is there for where they stand, and rings them if they say so', async () => {
    const conversation = await escalate();
    const announced = await router.until(QueuePositionAnnounced, conversation);
    expect(announced).toMatchObject({ position: 1, language: 'en', callbackOffered: true });
    expect(announced.text).toContain('number 1');
    await router.publish(TurnRecorded, conversation, {
      turnIndex: 6,
      speaker: Speaker.SPEAKER_CUSTOMER,
      text: 'Callback, please.',
      asrConfidence: 1,
      redactedTypes: [],
      atMs: Date.now(),
      leaseToken: 0,
      agentId: '',
      replyToTurnIndex: -1,
      language: 'en',
      customerTurns: 4,
    });
    const scheduled = await router.until(CallbackScheduled, conversation);
    expect(scheduled.dueAtMs).toBeGreaterThan(Date.now());
    expect(scheduled.expiresAtMs).toBeGreaterThan(scheduled.dueAtMs);
    expect((await handoffOf(conversation)).state).toBe('callback-scheduled');
  });

  describe('a caller who hangs up', () => {
    it('before the handoff began is not queued for anybody', async () => {
      await agent('agent-a');
      const conversation = await begin();
      await router.publish(TurnUnderstood, conversation, fraudReported(3));
      await router.publish(SentimentScored, conversation, scored(3));
      await hangUp(conversation);
      await router.until(TurnDecided, conversation);
      await router.eventually(async () => (await presenceOf('agent-a')) === Presence.PRESENCE_AVAILABLE, 'free');
      const over = () =>
        router.said(HandoffAbandoned, conversation).length === router.said(EscalationDecided, conversation).length;
      await router.eventually(over, 'the end of what began');
    });

    it('in the queue has abandoned', async () => {
      const conversation = await escalate();
      await router.until(HandoffQueued, conversation);
      await hangUp(conversation);
      expect(await router.until(HandoffAbandoned, conversation)).toMatchObject({ inState: 'queued' });
    });

    it('while an agent is asked leaves nobody ringing', async () => {
      await agent('agent-a');
      const conversation = await escalate();
      const offered = await router.until(HandoffOffered, conversation);
      await hangUp(conversation);
      expect(await router.until(HandoffAbandoned, conversation)).toMatchObject({ inState: 'offered' });
      expect(router.said(HandoffRescinded, conversation)).toHaveLength(1);
      await router.until(AgentReleased, 'agent-a');
      await expect(accept(offered)).rejects.toMatchObject({ code: 'offer-gone' });
    });

    it('while the agent is being joined frees them', async () => {
      await agent('agent-a');
      const conversation = await escalate();
      const offered = await router.until(HandoffOffered, conversation);
      await accept(offered);
      await hangUp(conversation);
      expect(await router.until(HandoffAbandoned, conversation)).toMatchObject({ inState: 'accepted' });
      await router.until(AgentReleased, 'agent-a');
      await bridge(conversation, offered);
      await router.eventually(async () => (await presenceOf('agent-a')) === Presence.PRESENCE_AVAILABLE, 'free');
      expect((await handoffOf(conversation)).state).toBe('abandoned');
    });

    it('while talking leaves the agent to write it up', async () => {
      await agent('agent-a');
      const conversation = await escalate();
      const offered = await router.until(HandoffOffered, conversation);
      await accept(offered);
      await bridge(conversation, offered);
      await router.until(HandoffConnected, conversation);
      await hangUp(conversation);
      await router.until(WrapUpStarted, conversation);
      expect((await handoffOf(conversation)).state).toBe('wrap-up');
    });
  });

  it('gives a caller who waits to the agent who becomes free', async () => {
    const first = await escalate();
    const second = await escalate();
    await router.until(HandoffQueued, second);
    await agent('agent-a');
    const offered = await router.until(HandoffOffered, first);
    await accept(offered);
    await bridge(first, offered);
    await router.until(HandoffConnected, first);
    expect(router.said(HandoffOffered, second)).toHaveLength(0);
    const { routerClient: client } = router;
    const finish = { commandId: '', handoffId: offered.handoffId, agentId: 'agent-a' };
    await unary(client, client.finishConversation, finish);
    await unary(client, client.completeWrapUp, { ...finish, disposition: 'resolved', note: '' });
    expect((await router.until(HandoffOffered, second)).reservationToken).toBeGreaterThan(offered.reservationToken);
  });

  it('is after a restart where it was before, with nothing doubled', async () => {
    await agent('agent-a');
    const waiting = await escalate();
    const offered = await router.until(HandoffOffered, waiting);
    const queued = await escalate();
    await router.until(QueuePositionAnnounced, queued);

    await router.restart();

    expect((await handoffOf(waiting)).state).toBe('offered');
    expect((await handoffOf(queued)).state).toBe('queued');
    await accept(offered);
    await router.until(HandoffAccepted, waiting);
    expect(router.said(HandoffOffered, waiting)).toHaveLength(1);
    expect(router.said(AgentReserved, 'agent-a')).toHaveLength(1);
    expect(router.said(EscalationDecided)).toHaveLength(2);
    expect(router.said(HandoffQueued, queued)).toHaveLength(1);
  });

  it('takes events and commands that come twice as one', async () => {
    await agent('agent-a');
    const conversation = await begin();
    for (const id of ['one', 'one', 'two'])
      await router.publish(TurnUnderstood, conversation, fraudReported(3), id);
    for (const id of ['three', 'three']) await router.publish(SentimentScored, conversation, scored(3), id);
    const offered = await router.until(HandoffOffered, conversation);
    await Promise.all([accept(offered, 'yes'), accept(offered, 'yes'), accept(offered, 'yes again')]);
    await bridge(conversation, offered);
    await bridge(conversation, offered);
    await router.until(HandoffConnected, conversation);
    for (const type of [TurnDecided, EscalationDecided, HandoffOffered, HandoffAccepted, HandoffConnected]) {
      expect(router.said<unknown>(type as never, conversation)).toHaveLength(1);
    }
  });
});
