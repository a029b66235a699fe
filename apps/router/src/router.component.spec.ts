import {
  AgentReleased,
  AgentReserved,
  CallbackScheduled,
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
import { DeskHand } from './testing/desk-hand.js';
import { fraudReported, scored, understood } from './testing/events.js';
import { RunningRouter } from './testing/running-router.js';

/** Real parts on a busy machine may take a while. */
const patienceMs = 60_000;
const scenario = (name: string, run: () => Promise<void>) => it(name, run, patienceMs);

describe('the router alone, on an embedded bus and store', () => {
  let router: RunningRouter;
  let desk: DeskHand;

  beforeEach(async () => {
    router = await RunningRouter.start();
    desk = new DeskHand(router);
  }, patienceMs);

  afterEach(() => router.stop(), patienceMs);

  scenario('takes a caller from the first turn to a written-up conversation with a human', async () => {
    await desk.agent('agent-a');
    const conversation = await desk.begin();
    await router.publish(SentimentScored, conversation, scored(1));
    await router.publish(TurnUnderstood, conversation, understood(1));
    expect((await router.until(TurnDecided, conversation)).decision?.verdict).toBe(Verdict.VERDICT_CONTINUE);

    await router.publish(TurnUnderstood, conversation, fraudReported(3));
    await router.publish(SentimentScored, conversation, scored(3));
    const { decision, handoffId } = await router.until(EscalationDecided, conversation);
    expect(decision).toMatchObject({ turnIndex: 3, reasons: ['fraud'], skills: ['fraud'], language: 'en' });

    const offered = await router.until(HandoffOffered, conversation);
    expect(offered).toMatchObject({ handoffId, agentId: 'agent-a', queue: 'fraud', attempt: 1 });
    expect((await desk.accept(offered)).state).toBe('accepted');
    await desk.bridge(conversation, offered);
    await router.until(HandoffConnected, conversation);
    await desk.untilPresence('agent-a', Presence.PRESENCE_BUSY);

    await desk.finish(offered);
    await router.until(WrapUpStarted, conversation);
    await desk.writeUp(offered, 'resolved', 'all well');
    const done = await router.until(HandoffCompleted, conversation);
    expect(done).toMatchObject({ handoffId, agentId: 'agent-a', disposition: 'resolved', note: 'all well' });
    await desk.untilPresence('agent-a', Presence.PRESENCE_AVAILABLE);
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

  scenario('offers the next agent the caller whom the first one rejects', async () => {
    await desk.agent('agent-a', { fraud: 5 });
    await desk.agent('agent-b', { fraud: 4 });
    const conversation = await desk.escalate();
    const first = await router.until(HandoffOffered, conversation);
    await desk.reject(first, 'busy');
    const second = await router.until(HandoffOffered, conversation, 2);
    expect([first.agentId, second.agentId]).toEqual(['agent-a', 'agent-b']);
    expect(await router.until(HandoffRejected, conversation)).toMatchObject({
      agentId: 'agent-a',
      reason: 'busy',
    });
    await router.until(AgentReleased, 'agent-a');
    await expect(desk.accept(first)).rejects.toMatchObject({ code: 'offer-gone' });
    expect((await desk.accept(second)).agentId).toBe('agent-b');
  });

  scenario(
    'escalates a keyed request with dialog and sentiment down, and decides that turn once',
    async () => {
      const conversation = await desk.begin();
      await router.publish(HumanRequested, conversation, { turnIndex: 2, how: 'keyed' });
      const { decision } = await router.until(EscalationDecided, conversation);
      expect(decision?.reasons).toEqual(['human-request']);
      await router.publish(TurnUnderstood, conversation, understood(2));
      await router.publish(SentimentScored, conversation, scored(2));
      await router.publish(TurnUnderstood, conversation, understood(4));
      await router.until(HandoffQueued, conversation);
      expect(router.said(TurnDecided, conversation)).toHaveLength(1);
    },
  );

  scenario('decides without the half that does not come', async () => {
    const conversation = await desk.begin();
    await router.publish(TurnUnderstood, conversation, fraudReported(1));
    const { decision } = await router.until(TurnDecided, conversation);
    expect(decision?.verdict).toBe(Verdict.VERDICT_ESCALATE);
    await router.publish(SentimentScored, conversation, scored(1));
    await router.until(HandoffQueued, conversation);
    expect(router.said(TurnDecided, conversation)).toHaveLength(1);
  });

  scenario('tells a caller nobody is there for where they stand, and rings them if they say so', async () => {
    const conversation = await desk.escalate();
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
    expect((await desk.handoffOf(conversation)).state).toBe('callback-scheduled');
  });

  describe('a caller who hangs up', () => {
    scenario('before the handoff began is not queued for anybody', async () => {
      await desk.agent('agent-a');
      const conversation = await desk.begin();
      await router.publish(TurnUnderstood, conversation, fraudReported(3));
      await router.publish(SentimentScored, conversation, scored(3));
      await desk.hangUp(conversation);
      await router.until(TurnDecided, conversation);
      await desk.untilPresence('agent-a', Presence.PRESENCE_AVAILABLE);
      const over = () =>
        router.said(HandoffAbandoned, conversation).length ===
        router.said(EscalationDecided, conversation).length;
      await router.eventually(over, 'the end of what began');
    });

    scenario('in the queue has abandoned', async () => {
      const conversation = await desk.escalate();
      await router.until(HandoffQueued, conversation);
      await desk.hangUp(conversation);
      expect(await router.until(HandoffAbandoned, conversation)).toMatchObject({ inState: 'queued' });
    });

    scenario('while an agent is asked leaves nobody ringing', async () => {
      await desk.agent('agent-a');
      const conversation = await desk.escalate();
      const offered = await router.until(HandoffOffered, conversation);
      await desk.hangUp(conversation);
      expect(await router.until(HandoffAbandoned, conversation)).toMatchObject({ inState: 'offered' });
      expect(router.said(HandoffRescinded, conversation)).toHaveLength(1);
      await router.until(AgentReleased, 'agent-a');
      await expect(desk.accept(offered)).rejects.toMatchObject({ code: 'offer-gone' });
    });

    scenario('while the agent is being joined frees them', async () => {
      await desk.agent('agent-a');
      const conversation = await desk.escalate();
      const offered = await router.until(HandoffOffered, conversation);
      await desk.accept(offered);
      await desk.hangUp(conversation);
      expect(await router.until(HandoffAbandoned, conversation)).toMatchObject({ inState: 'accepted' });
      await router.until(AgentReleased, 'agent-a');
      await desk.bridge(conversation, offered);
      await desk.untilPresence('agent-a', Presence.PRESENCE_AVAILABLE);
      expect((await desk.handoffOf(conversation)).state).toBe('abandoned');
    });

    scenario('while talking leaves the agent to write it up', async () => {
      await desk.agent('agent-a');
      const conversation = await desk.escalate();
      const offered = await router.until(HandoffOffered, conversation);
      await desk.accept(offered);
      await desk.bridge(conversation, offered);
      await router.until(HandoffConnected, conversation);
      await desk.hangUp(conversation);
      await router.until(WrapUpStarted, conversation);
      expect((await desk.handoffOf(conversation)).state).toBe('wrap-up');
    });
  });

  scenario('gives a caller who waits to the agent who becomes free', async () => {
    const first = await desk.escalate();
    const second = await desk.escalate();
    await router.until(HandoffQueued, second);
    await desk.agent('agent-a');
    const offered = await router.until(HandoffOffered, first);
    await desk.accept(offered);
    await desk.bridge(first, offered);
    await router.until(HandoffConnected, first);
    expect(router.said(HandoffOffered, second)).toHaveLength(0);
    await desk.finish(offered);
    await desk.writeUp(offered, 'resolved');
    expect((await router.until(HandoffOffered, second)).reservationToken).toBeGreaterThan(
      offered.reservationToken,
    );
  });

  scenario('is after a restart where it was before, with nothing doubled', async () => {
    await desk.agent('agent-a');
    const waiting = await desk.escalate();
    const offered = await router.until(HandoffOffered, waiting);
    const queued = await desk.escalate();
    await router.until(QueuePositionAnnounced, queued);

    await router.restart();

    expect((await desk.handoffOf(waiting)).state).toBe('offered');
    expect((await desk.handoffOf(queued)).state).toBe('queued');
    await desk.accept(offered);
    await router.until(HandoffAccepted, waiting);
    expect(router.said(HandoffOffered, waiting)).toHaveLength(1);
    expect(router.said(AgentReserved, 'agent-a')).toHaveLength(1);
    expect(router.said(EscalationDecided)).toHaveLength(2);
    expect(router.said(HandoffQueued, queued)).toHaveLength(1);
  });

  scenario(
    'lists what is open, with places in the queue, and finds a handoff by its conversation',
    async () => {
      const first = await desk.escalate();
      await router.until(HandoffQueued, first);
      const second = await desk.escalate();
      await router.until(HandoffQueued, second);
      const { routerClient: client, tenantId } = router;
      const { handoffs } = await unary(client, client.listHandoffs, { tenantId, agentId: '' });
      expect(handoffs.map(({ conversationId, position }) => [conversationId, position])).toEqual([
        [first, 1],
        [second, 2],
      ]);
      await desk.agent('agent-a');
      await router.until(HandoffOffered, first);
      const { handoffs: theirs } = await unary(client, client.listHandoffs, { tenantId, agentId: 'agent-a' });
      expect(theirs).toMatchObject([{ conversationId: first, state: 'offered', agentId: 'agent-a' }]);
      await expect(desk.handoffOf('unheard-of')).rejects.toMatchObject({ code: 'not-found' });
    },
  );

  scenario('is offered back to the queue when the agent goes away while it rings', async () => {
    await desk.agent('agent-a');
    const conversation = await desk.escalate();
    await router.until(HandoffOffered, conversation);
    await desk.setPresence('agent-a', Presence.PRESENCE_OFFLINE);
    await router.until(HandoffQueued, conversation, 2);
    await desk.setPresence('agent-a', Presence.PRESENCE_AVAILABLE);
    expect((await router.until(HandoffOffered, conversation, 2)).reservationToken).toBe(2);
  });

  scenario('takes events and commands that come twice as one', async () => {
    await desk.agent('agent-a');
    const conversation = await desk.begin();
    for (const id of ['one', 'one', 'two'])
      await router.publish(TurnUnderstood, conversation, fraudReported(3), id);
    for (const id of ['three', 'three']) await router.publish(SentimentScored, conversation, scored(3), id);
    const offered = await router.until(HandoffOffered, conversation);
    await Promise.all([
      desk.accept(offered, 'yes'),
      desk.accept(offered, 'yes'),
      desk.accept(offered, 'yes again'),
    ]);
    await desk.bridge(conversation, offered);
    await desk.bridge(conversation, offered);
    await router.until(HandoffConnected, conversation);
    for (const type of [TurnDecided, EscalationDecided, HandoffOffered, HandoffAccepted, HandoffConnected]) {
      expect(router.said<unknown>(type as never, conversation)).toHaveLength(1);
    }
  });
});
