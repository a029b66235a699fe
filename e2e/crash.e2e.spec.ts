import { jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { DeskAgent, type HandoffSeen } from './support/agent.js';
import { BatonProcess } from './support/baton-process.js';
import { Caller } from './support/caller.js';
import { baton as cli, jsonLines } from './support/cli.js';
import { countsOfHandoff, doubledIds, eachOnce, turnIndices } from './support/handoff-events.js';
import { scratch } from './support/scratch.js';
import { provenTrail } from './support/trail.js';

jest.setTimeout(60_000);

const alarm = 'someone is using my card right now';
const known = { language: 'en', customer: { id: 'C-1', segment: 'standard', contactsLast30d: 1 } };

/** Moments to kill at: how long after the step, ms. Fixed, so that a failure can be seen again. */
const delays = {
  turnSent: [0, 5, 60],
  accepted: [10],
  wrapUp: [20],
};

describe('a process that is killed with -9', () => {
  const folder = scratch('crash');
  let baton: BatonProcess;
  let agent: DeskAgent;

  beforeAll(async () => {
    baton = await BatonProcess.start({ data: folder.dir });
    agent = await DeskAgent.signIn(baton, 'agent-amira');
    await agent.presence('available');
  });
  afterAll(async () => {
    agent.leave();
    await baton.stop();
    folder.remove();
  });

  /** Kill, start, and both people are back. */
  async function crash(caller: Caller): Promise<void> {
    await baton.kill();
    baton = await BatonProcess.start({ data: folder.dir, port: Number(new URL(baton.url).port) });
    await Promise.all([agent.listen(baton), caller.resume(baton)]);
  }

  async function talkAndFinish(caller: Caller, { handoffId }: HandoffSeen): Promise<void> {
    await agent.say(caller.conversationId, 'Hello, this is Amira.', 'hello');
    await caller.hears('the agent', ({ speaker, text }) => speaker === 'agent' && text.includes('Amira'));
    await caller.say('thank you for picking up');
    await agent.finish(handoffId);
    await caller.untilPhase('ended');
  }

  async function completeAndProve(caller: Caller, { handoffId }: HandoffSeen): Promise<void> {
    await agent.wrapUp(handoffId, 'fraud-case-opened', 'card frozen');
    await agent.untilPresence('available');
    const trail = await provenTrail(baton, caller.conversationId, 'HandoffCompleted');
    expect(doubledIds(trail)).toEqual([]);
    expect(countsOfHandoff(trail)).toEqual(eachOnce);
    const indices = turnIndices(trail);
    expect(indices).toEqual(indices.map((_, at) => at));
    caller.close();
  }

  it('still has the conversation, the queue and the offer, and the call goes on', async () => {
    const caller = await Caller.call(baton, known);
    await caller.say(alarm);
    const before = await agent.offered(caller.conversationId);

    await crash(caller);

    expect(caller.turns.map(({ text }) => text)).toContain(alarm);
    expect(caller.phase).toBe('waiting');
    const { handoff, message } = await agent.offered(caller.conversationId);
    expect(handoff).toMatchObject({
      handoffId: before.handoff.handoffId,
      state: 'offered',
      agentId: 'agent-amira',
    });
    expect(message['packet']).toMatchObject({
      conversationId: caller.conversationId,
      customer: { name: 'Jordan Blake' },
      openQuestion: alarm,
      decision: { verdict: 'escalate', skills: ['fraud'] },
    });
    const ofThisCall = (await agent.handoffs()).filter(
      ({ conversationId }) => conversationId === caller.conversationId,
    );
    expect(ofThisCall).toEqual([expect.objectContaining({ handoffId: handoff.handoffId, state: 'offered' })]);

    await agent.accept(handoff);
    await talkAndFinish(caller, handoff);
    await completeAndProve(caller, handoff);
  });

  it.each(delays.turnSent)('%i ms after a turn was sent', async (delay) => {
    const caller = await Caller.call(baton, known);
    caller.sayBlind(alarm, 'the-alarm');
    await pause(delay);

    await crash(caller);
    // Nobody told the caller that it was heard: they say it again, and it counts once.
    caller.sayBlind(alarm, 'the-alarm');

    const { handoff } = await agent.offered(caller.conversationId);
    await agent.accept(handoff);
    await talkAndFinish(caller, handoff);
    expect(caller.turns.filter(({ text }) => text === alarm)).toHaveLength(1);
    await completeAndProve(caller, handoff);
  });

  it.each(delays.accepted)('%i ms after an agent accepted', async (delay) => {
    const caller = await Caller.call(baton, known);
    await caller.say(alarm);
    const { handoff } = await agent.offered(caller.conversationId);
    await agent.accept(handoff);
    await pause(delay);

    await crash(caller);

    await talkAndFinish(caller, handoff);
    expect(caller.turns.filter(({ speaker }) => speaker === 'bot').at(-1)?.index).toBeLessThan(
      caller.turns.find(({ speaker }) => speaker === 'agent')!.index,
    );
    await completeAndProve(caller, handoff);
  });

  it.each(delays.wrapUp)('%i ms into wrap-up', async (delay) => {
    const caller = await Caller.call(baton, known);
    await caller.say(alarm);
    const { handoff } = await agent.offered(caller.conversationId);
    await agent.accept(handoff);
    await talkAndFinish(caller, handoff);
    await pause(delay);

    await crash(caller);

    expect((await agent.self()).presence).toBe('wrap-up');
    await completeAndProve(caller, handoff);
  });

  it('leaves a log that proves itself offline, beside the running process and after it', async () => {
    const running = await cli(['audit', 'verify', '--data', folder.dir, '--json']);
    expect([running.code, jsonLines(running.stdout)[0]]).toEqual([0, expect.objectContaining({ ok: true })]);
    await baton.stop();
    const stopped = await cli(['audit', 'verify', '--data', folder.dir, '--json']);
    expect([stopped.code, jsonLines(stopped.stdout)[0]]).toEqual([0, expect.objectContaining({ ok: true })]);
  });
});
