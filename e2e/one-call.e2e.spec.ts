import { jest } from '@jest/globals';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DeskAgent, type HandoffSeen } from './support/agent.js';
import { BatonProcess } from './support/baton-process.js';
import { Caller, type Dial } from './support/caller.js';
import { baton as cli } from './support/cli.js';
import { eventually } from './support/eventually.js';
import { countsOfHandoff, doubledIds, eachOnce, turnIndices } from './support/handoff-events.js';
import { scratch } from './support/scratch.js';
import { bankWithOffersOf } from './support/bank-with-offers-of.js';
import { countOf, namesOf, provenTrail, trailOf } from './support/trail.js';

jest.setTimeout(60_000);

const alarm = 'someone is using my card right now';
const jordan = { id: 'C-1', segment: 'standard', contactsLast30d: 1 };
const offerSeconds = 4;
/** Longer than the gate and the pipeline together: a bot that had something to say would have said it. */
const longEnoughForTheBot = 800;

describe('one call', () => {
  const folder = scratch('one-call');
  const data = join(folder.dir, 'data');
  let pack: string;
  let baton: BatonProcess;
  let amira: DeskAgent;
  let monica: DeskAgent;
  let lost: Caller;
  const callers: Caller[] = [];

  beforeAll(async () => {
    pack = await bankWithOffersOf(offerSeconds, folder.dir);
    baton = await BatonProcess.start({ data, env: { BATON_PACK: `${pack},starter` } });
    [amira, monica] = (await Promise.all(
      ['agent-amira', 'agent-monica'].map((agentId) => DeskAgent.signIn(baton, agentId)),
    )) as [DeskAgent, DeskAgent];
    // The line of this caller breaks while they wait; the last test looks what became of them.
    lost = await Caller.call(baton, { tenant: 'starter', language: 'en' });
    await lost.say('0');
    await lost.untilPhase('waiting');
    lost.close();
  });
  afterAll(async () => {
    for (const agent of [amira, monica]) agent.leave();
    await baton.stop();
    folder.remove();
  });
  afterEach(async () => {
    for (const caller of callers.splice(0)) caller.hangUp();
    await eventually('nobody waits', async () => (await amira.handoffs()).every(isOver));
    await Promise.all([amira, monica].map((agent) => agent.presence('offline')));
    await Promise.all([amira, monica].map((agent) => agent.untilPresence('offline')));
  });

  /** Nobody in it any more; what is left is to write it up. */
  const isOver = ({ state }: HandoffSeen) => state === 'wrap-up';

  /** A caller of the bank who hangs up at the end of the test at the latest. */
  async function call(dial: Dial): Promise<Caller> {
    const caller = await Caller.call(baton, dial);
    callers.push(caller);
    return caller;
  }

  const openHandoffOf = async ({ conversationId }: Caller): Promise<HandoffSeen | undefined> =>
    (await amira.handoffs()).find((handoff) => handoff.conversationId === conversationId);

  /** A caller whose alarm has been heard, and the agent who is offered them. */
  async function offered(): Promise<{ caller: Caller; handoff: HandoffSeen }> {
    await amira.presence('available');
    const caller = await call({ language: 'en', customer: jordan });
    await caller.say(alarm);
    const { handoff } = await amira.offered(caller.conversationId);
    return { caller, handoff };
  }

  describe('the bot', () => {
    it('says that it is an AI and that the call is recorded, before anything else', async () => {
      const caller = await call({ language: 'en', customer: jordan });
      await caller.hears('the greeting', ({ speaker }) => speaker === 'bot');
      const [disclosure, notice, greeting] = caller.turns;
      expect(disclosure).toMatchObject({ index: 0, speaker: 'announcement', language: 'en' });
      expect(disclosure!.text).toMatch(/AI assistant, not a person/);
      expect(notice).toMatchObject({ index: 1, speaker: 'announcement' });
      expect(notice!.text).toMatch(/recorded/);
      expect(greeting).toMatchObject({ index: 2, speaker: 'bot' });
      const trail = await provenTrail(baton, caller.conversationId, 'TurnRecorded');
      expect(namesOf(trail).indexOf('DisclosurePlayed')).toBeLessThan(namesOf(trail).indexOf('TurnRecorded'));
      expect(countOf(trail, 'ConsentRecorded')).toBe(2);
      caller.hangUp();
    });

    it('answers in English', async () => {
      const caller = await call({ language: 'en', customer: jordan });
      expect((await caller.ask("what's my balance")).text).toMatch(/last four digits/);
      expect((await caller.ask('four four one two')).text).toContain('£1,284.50');
      expect((await caller.ask('are you open on saturdays')).text).toMatch(/Saturday from 9:30/);
      expect((await caller.ask('can i get a new card')).speaker).toBe('bot');
      caller.hangUp();
      await caller.untilPhase('ended');
      expect(caller.phase).toBe('ended');
    });

    it('answers in Spanish, and asks for the consent that the law there wants', async () => {
      const caller = await call({
        language: 'es',
        jurisdiction: 'ES',
        customer: { id: 'C-2', segment: 'premier', contactsLast30d: 0 },
      });
      expect(caller.turns[0]!.text).toMatch(/inteligencia artificial/);
      caller.talker.send({ type: 'consent', purpose: 'recording', granted: true });
      expect((await caller.ask('quiero consultar mi saldo')).text).toMatch(/cuatro últimas cifras/);
      expect((await caller.ask('cuatro cuatro uno dos')).text).toContain('8.310,20 €');
      expect(await caller.ask('¿abren los sábados?')).toMatchObject({ language: 'es' });
      expect(caller.turns.at(-1)!.text).toMatch(/9:30/);
      caller.hangUp();
      const trail = await provenTrail(baton, caller.conversationId, 'ConversationEnded');
      const consents = trail
        .filter(({ type }) => type.endsWith('.ConsentRecorded'))
        .map((entry) => entry.data);
      expect(consents).toContainEqual(
        expect.objectContaining({ purpose: 'recording', state: 'CONSENT_STATE_GRANTED', jurisdiction: 'ES' }),
      );
    });

    it('follows a caller who changes to Spanish in the middle', async () => {
      const caller = await call({ language: 'en', customer: jordan });
      await caller.ask('are you open on saturdays');
      const answer = await caller.ask(
        'perdona, prefiero hablar en español, ¿qué horario tenéis en la oficina?',
      );
      expect(answer.language).toBe('es');
      caller.hangUp();
    });
  });

  describe('fraud', () => {
    it('goes from the alarm to a human who knows everything, and to the end', async () => {
      await amira.presence('available');
      const caller = await call({ language: 'en', customer: jordan });
      const { conversationId } = caller;
      await caller.ask('are you open on saturdays');
      const alarmIndex = await caller.say(alarm);

      // The offer and its packet.
      const { handoff, message } = await amira.offered(conversationId);
      expect(handoff).toMatchObject({ state: 'offered', queue: 'fraud', agentId: 'agent-amira' });
      const packet = message['packet'] as Record<string, unknown>;
      expect(packet).toMatchObject({
        conversationId,
        handoffId: handoff.handoffId,
        channel: 'phone',
        language: 'en',
        aiDisclosed: true,
        openQuestion: alarm,
        customer: {
          name: 'Jordan Blake',
          assurance: 'crm',
          ref: { customerId: 'C-1', known: true, segment: 'standard' },
          facts: { balance: '£1,284.50', card_status: 'active' },
        },
        decision: { verdict: 'escalate', priority: 'urgent', skills: ['fraud'], turnIndex: alarmIndex },
      });
      const decision = packet['decision'] as { reasons: string[]; explanation: string[]; matched: unknown[] };
      expect(decision.reasons).toContain('fraud');
      expect(decision.explanation.join(' ')).toMatch(/fraud/i);
      expect(decision.matched).not.toHaveLength(0);
      const lists = [
        'contactReasons',
        'sentiment',
        'actionsTried',
        'consents',
        'transcript',
        'articles',
        'guidance',
      ];
      for (const list of lists) expect([list, packet[list]]).not.toEqual([list, []]);
      expect(packet['actionsTried']).toContainEqual(
        expect.objectContaining({ action: 'answered', intent: 'opening_hours' }),
      );
      expect((packet['transcript'] as { text: string }[]).map(({ text }) => text)).toContain(alarm);
      expect(packet['summary']).toMatch(/card/i);
      expect(packet['suggestedFirstSentence']).toMatch(/\w+ \w+/);
      expect(packet['articles']).toContainEqual(
        expect.objectContaining({
          articleId: 'unrecognised-transactions',
          quote: expect.stringMatching(/\w+/),
        }),
      );

      // While the caller waits, the bot has nothing more to say.
      await caller.untilPhase('waiting');
      await caller.say('hello, are you there');
      await pause(longEnoughForTheBot);
      const botTurns = () =>
        caller.turns.filter(({ speaker }) => speaker === 'bot').map(({ index }) => index);
      expect(botTurns().filter((index) => index > alarmIndex)).toHaveLength(1);

      // The two of them talk; the bot cannot.
      await amira.accept(handoff);
      await caller.untilPhase('agent');
      await amira.say(conversationId, 'Hello Jordan, I have frozen your card.', 'a1');
      const hello = await caller.hears('the agent', ({ speaker }) => speaker === 'agent');
      await caller.say("what's my balance");
      await caller.say('agent');
      await pause(longEnoughForTheBot);
      expect(botTurns().filter((index) => index > hello.index)).toEqual([]);

      // The end.
      await amira.finish(handoff.handoffId);
      expect(await caller.untilPhase('ended')).toMatchObject({ reason: 'agent-finished' });
      await amira.untilPresence('wrap-up');
      await amira.wrapUp(handoff.handoffId, 'fraud-case-opened', 'frozen, case opened');
      expect(await amira.untilPresence('available')).toMatchObject({ handoffId: '' });
      expect(await openHandoffOf(caller)).toBeUndefined();

      // The record.
      const trail = await provenTrail(baton, conversationId, 'HandoffCompleted');
      expect(countsOfHandoff(trail)).toEqual(eachOnce);
      expect(doubledIds(trail)).toEqual([]);
      expect(turnIndices(trail)).toEqual(turnIndices(trail).map((_, at) => at));
      expect(countOf(trail, 'TurnDecided')).toBe(2);
      expect(trail.filter(({ data: body }) => body === null)).toEqual([]);
      const ids = new Set(trail.map(({ eventId }) => eventId));
      const dangling = trail.filter(({ causationId }) => causationId !== '' && !ids.has(causationId));
      expect(dangling.map(({ type }) => type)).toEqual([]);
      expect(trail.find(({ type }) => type.endsWith('.HandoffCompleted'))!.data).toMatchObject({
        agentId: 'agent-amira',
        disposition: 'fraud-case-opened',
      });

      // Why, and the same bytes again.
      const explained = await cli(['policy', 'explain', conversationId, '--pack', pack, '--data', data]);
      expect(explained).toMatchObject({ code: 0, stderr: '' });
      expect(explained.stdout).toMatch(/escalate .*priority urgent/);
      expect(explained.stdout).toContain('fraud-reported (hard)');
      expect(explained.stdout).toContain('topics.fraud');
      const replayed = await cli(['policy', 'replay', conversationId, '--pack', pack, '--data', data]);
      expect(replayed).toMatchObject({ code: 0, stdout: '2 of 2 decisions derived again, byte for byte\n' });
    });

    it('goes to the next agent when the first rejects', async () => {
      const { caller, handoff } = await offered();
      await monica.presence('available');
      await amira.reject(handoff);
      const second = await monica.offered(caller.conversationId);
      expect(second.handoff).toMatchObject({ handoffId: handoff.handoffId, attempts: 2 });
      await monica.accept(second.handoff);
      await caller.untilPhase('agent');
      expect(await amira.self()).toMatchObject({ handoffId: '' });
      caller.hangUp();
      await monica.untilPresence('wrap-up');
      await monica.wrapUp(handoff.handoffId);
      const trail = await provenTrail(baton, caller.conversationId, 'HandoffCompleted');
      expect([countOf(trail, 'HandoffRejected'), countOf(trail, 'HandoffOffered')]).toEqual([1, 2]);
    });

    it('goes to the next agent when the first does nothing for the offer time', async () => {
      const { caller, handoff } = await offered();
      await monica.presence('available');
      const gone = await amira.live.until(
        'the offer is gone',
        ({ type, handoffId }) => type === 'offer-gone' && handoffId === handoff.handoffId,
      );
      expect(gone).toMatchObject({ reason: 'timed-out' });
      const second = await monica.offered(caller.conversationId);
      const late = await amira.request('POST', `/api/handoffs/${handoff.handoffId}/accept`, {
        reservationToken: handoff.reservationToken,
      });
      expect(late).toMatchObject({ status: 409, body: { error: { code: 'offer-gone' } } });
      await monica.accept(second.handoff);
      await caller.untilPhase('agent');
      await monica.finish(handoff.handoffId);
      await monica.wrapUp(handoff.handoffId);
      const trail = await provenTrail(baton, caller.conversationId, 'HandoffCompleted');
      expect([countOf(trail, 'HandoffOfferTimedOut'), countOf(trail, 'HandoffAccepted')]).toEqual([1, 1]);
    });

    it('is told the place in the queue and the wait when nobody is there, and can be rung', async () => {
      const caller = await call({ language: 'en', customer: jordan });
      await caller.say(alarm);
      const waiting = await caller.untilPhase('waiting');
      expect(waiting['position']).toBeGreaterThanOrEqual(1);
      expect(waiting['expectedWaitSeconds']).toBeGreaterThan(0);
      const told = await caller.hears('the place', ({ text }) => text.startsWith('You are number'));
      expect(told).toMatchObject({ speaker: 'announcement' });
      expect(told.text).toMatch(/number \d+ in the queue, about \d+ minutes/);
      await caller.say('callback');
      await caller.hears('the booking', ({ text }) => text.startsWith('Done. We will ring you'));
      const trail = await provenTrail(baton, caller.conversationId, 'CallbackScheduled');
      expect([countOf(trail, 'CallbackScheduled'), countOf(trail, 'HandoffAbandoned')]).toEqual([1, 0]);
      expect(await openHandoffOf(caller)).toBeUndefined();
      caller.hangUp();
    });
  });

  describe('a caller who hangs up leaves nobody ringing', () => {
    const nobodyRings = async (caller: Caller) => {
      await eventually('no handoff is open', async () => (await openHandoffOf(caller)) === undefined);
      const { body } = await amira.request('GET', '/api/agents');
      const busy = (body['agents'] as { handoffId: string }[]).filter(({ handoffId }) => handoffId !== '');
      expect(busy).toEqual([]);
    };

    it('while the bot talks', async () => {
      const caller = await call({ language: 'en' });
      caller.hangUp();
      await caller.untilPhase('ended');
      const trail = await provenTrail(baton, caller.conversationId, 'ConversationEnded');
      expect(countOf(trail, 'HandoffRequested')).toBe(0);
    });

    it('in the same breath as the alarm', async () => {
      await amira.presence('available');
      const caller = await call({ language: 'en' });
      caller.sayBlind(alarm, 'alarm');
      caller.hangUp();
      await caller.untilPhase('ended');
      await pause(longEnoughForTheBot);
      await nobodyRings(caller);
      expect(countOf(await trailOf(baton, caller.conversationId), 'HandoffAccepted')).toBe(0);
    });

    it('in the queue', async () => {
      const caller = await call({ language: 'en' });
      await caller.say(alarm);
      await caller.untilPhase('waiting');
      caller.hangUp();
      await nobodyRings(caller);
      const trail = await provenTrail(baton, caller.conversationId, 'HandoffAbandoned');
      expect(countOf(trail, 'HandoffAbandoned')).toBe(1);
    });

    it('during the offer', async () => {
      const { caller, handoff } = await offered();
      caller.hangUp();
      await amira.live.until(
        'the offer is gone',
        ({ type, handoffId }) => type === 'offer-gone' && handoffId === handoff.handoffId,
      );
      await nobodyRings(caller);
      const late = await amira.request('POST', `/api/handoffs/${handoff.handoffId}/accept`, {
        reservationToken: handoff.reservationToken,
      });
      expect(late.status).toBe(409);
      const trail = await provenTrail(baton, caller.conversationId, 'HandoffAbandoned');
      expect([countOf(trail, 'HandoffRescinded'), countOf(trail, 'HandoffAbandoned')]).toEqual([1, 1]);
    });

    it('right after the acceptance', async () => {
      const { caller, handoff } = await offered();
      await amira.accept(handoff);
      caller.hangUp();
      await caller.untilPhase('ended');
      await eventually('wrap-up, or nothing to write up', async () => {
        const { presence, handoffId } = await amira.self();
        return presence === 'wrap-up' || handoffId === '';
      });
      if ((await amira.self()).presence === 'wrap-up') await amira.wrapUp(handoff.handoffId, 'caller-gone');
      await nobodyRings(caller);
    });

    it('while the two talk: the agent writes it up and is free', async () => {
      const { caller, handoff } = await offered();
      await amira.accept(handoff);
      await amira.say(caller.conversationId, 'Hello.', 'h');
      caller.hangUp();
      await amira.untilPresence('wrap-up');
      await amira.wrapUp(handoff.handoffId, 'caller-gone');
      await amira.untilPresence('available');
      await nobodyRings(caller);
      const trail = await provenTrail(baton, caller.conversationId, 'HandoffCompleted');
      expect([countOf(trail, 'WrapUpStarted'), countOf(trail, 'HandoffAbandoned')]).toEqual([1, 0]);
    });

    it('also when the line just breaks and nobody comes back', async () => {
      const trail = await provenTrail(baton, lost.conversationId, 'HandoffAbandoned', 'starter');
      expect(countOf(trail, 'ConversationEnded')).toBe(1);
    });
  });

  it('leaves a log that is proven offline', async () => {
    const report = await cli(['audit', 'verify', '--data', data, '--json']);
    expect(report.code).toBe(0);
    expect(JSON.parse(report.stdout)).toMatchObject({ ok: true, faults: [] });
  });
});
