import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AgentReleased,
  HandoffCompleted,
  HandoffConnected,
  HandoffOffered,
  HandoffOfferTimedOut,
  Presence,
  QueuePositionAnnounced,
  WrapUpStarted,
} from '@baton/contracts';
import { DeskHand } from './testing/desk-hand.js';
import { RunningRouter } from './testing/running-router.js';

const patienceMs = 60_000;

describe('what happens by itself', () => {
  let packs: string;
  let router: RunningRouter;
  let desk: DeskHand;

  beforeAll(async () => {
    packs = await mkdtemp(join(tmpdir(), 'baton-packs-'));
    await cp(fileURLToPath(new URL('../../../packs/bank', import.meta.url)), join(packs, 'bank'), {
      recursive: true,
    });
    const file = join(packs, 'bank', 'routing.yaml');
    const routing = await readFile(file, 'utf8');
    const quick = routing
      .replace(/offerSeconds: \d+/, 'offerSeconds: 3')
      .replace(/wrapUpSeconds: \d+/, 'wrapUpSeconds: 1')
      .replace(/everySeconds: \d+/, 'everySeconds: 5');
    await writeFile(file, quick);
    router = await RunningRouter.start('bank', packs);
    desk = new DeskHand(router);
  }, patienceMs);

  afterAll(async () => {
    await router.stop();
    await rm(packs, { recursive: true, force: true });
  }, patienceMs);

  it(
    'an offer nobody answers goes to the next agent, and a wrap-up nobody writes ends',
    async () => {
      await desk.agent('agent-a', { fraud: 5 });
      await desk.agent('agent-b', { fraud: 4 });
      const conversation = await desk.escalate();
      const first = await router.until(HandoffOffered, conversation);
      expect(first.agentId).toBe('agent-a');
      const second = await router.until(HandoffOffered, conversation, 2);
      expect(second.agentId).toBe('agent-b');
      expect(router.said(HandoffOfferTimedOut, conversation)).toMatchObject([{ agentId: 'agent-a' }]);
      await expect(desk.accept(first)).rejects.toMatchObject({ code: 'offer-gone' });
      expect((await router.until(AgentReleased, 'agent-a')).reason).toBe('no-answer');

      await desk.accept(second);
      await desk.bridge(conversation, second);
      await router.until(HandoffConnected, conversation);
      await desk.hangUp(conversation);
      await router.until(WrapUpStarted, conversation);
      expect(await router.until(HandoffCompleted, conversation)).toMatchObject({ disposition: 'none' });
      await desk.untilPresence('agent-b', Presence.PRESENCE_AVAILABLE);

      await desk.setPresence('agent-b', Presence.PRESENCE_OFFLINE);
      const another = await desk.escalate();
      await router.until(HandoffOffered, another);
      await desk.untilPresence('agent-a', Presence.PRESENCE_BREAK);
      expect((await router.until(QueuePositionAnnounced, another)).position).toBe(1);
    },
    patienceMs,
  );

  it(
    'a deadline that passed while nothing ran fires after the restart',
    async () => {
      await desk.agent('agent-c', { fraud: 5 });
      const conversation = await desk.escalate();
      const offered = await router.until(HandoffOffered, conversation);
      expect(offered.agentId).toBe('agent-c');
      await router.restart(3_200);
      await router.until(HandoffOfferTimedOut, conversation);
      await expect(desk.accept(offered)).rejects.toMatchObject({ code: 'offer-gone' });
      await router.until(AgentReleased, 'agent-c');
    },
    patienceMs,
  );
});
