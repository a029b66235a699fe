import { setTimeout as pause } from 'node:timers/promises';
import {
  AgentReserved,
  HandoffOffered,
  HumanRequested,
  SentimentScored,
  TurnDecided,
  TurnUnderstood,
} from '@baton/contracts';
import { scored, understood } from '../testing/events.js';
import { DeskHand } from '../testing/desk-hand.js';
import { RunningRouter } from '../testing/running-router.js';

describe('a conversation whose risk rises', () => {
  let router: RunningRouter;
  let hand: DeskHand;
  beforeAll(async () => {
    router = await RunningRouter.start();
    hand = new DeskHand(router);
    for (const agentId of ['longest-idle', 'other']) {
      await hand.agent(agentId, { general: 5 });
      await pause(5);
    }
  });
  afterAll(() => router.stop());

  const turn = async (conversation: string, turnIndex: number, confusion: number) => {
    const calm = scored(turnIndex);
    await router.publish(TurnUnderstood, conversation, understood(turnIndex));
    await router.publish(SentimentScored, conversation, { ...calm, affect: { ...calm.affect!, confusion } });
    await router.until(TurnDecided, conversation, turnIndex === 3 ? 1 : 2);
    // The hold follows the decision on a tail of its own.
    await pause(100);
  };
  const asksForAPerson = async (conversation: string, turnIndex: number) => {
    await router.publish(HumanRequested, conversation, { turnIndex, how: 'keyed' });
    return router.until(HandoffOffered, conversation);
  };

  it('has an agent held in advance, whom another request spares and nobody hears of, and who is asked first', async () => {
    const risky = await hand.begin();
    await turn(risky, 3, 2);
    expect(router.said(AgentReserved)).toEqual([]);
    const stranger = await hand.begin();
    expect((await asksForAPerson(stranger, 3)).agentId).toBe('other');
    const offered = await asksForAPerson(risky, 5);
    expect(offered).toMatchObject({ agentId: 'longest-idle', explanation: { heldInAdvance: true } });
    await hand.hangUp(risky);
    await hand.hangUp(stranger);
    await router.eventually(() => router.said(AgentReserved).length === 2, 'both reservations');
  });

  it('has nobody held once the risk falls', async () => {
    const calmed = await hand.begin();
    await turn(calmed, 3, 2);
    await turn(calmed, 5, 0);
    const offered = await asksForAPerson(calmed, 7);
    expect(offered.explanation!.heldInAdvance).toBe(false);
    await hand.hangUp(calmed);
  });
});
