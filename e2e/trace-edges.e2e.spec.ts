import { jest } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runEmbedded, seedPeople } from '@baton/all-in-one';
import { EventTail } from '@baton/client';
import { HandoffCompleted } from '@baton/contracts';
import type { RunningServices } from '@baton/service-kit';
import { DeskAgent } from './support/agent.js';
import { BatonProcess } from './support/baton-process.js';
import { Caller } from './support/caller.js';
import { eventually } from './support/eventually.js';
import { scratch } from './support/scratch.js';
import type { Site } from './support/site.js';
import { edgesOf, keepSpans, textOf } from './support/spans.js';
import { provenTrail, trailOf } from './support/trail.js';

jest.setTimeout(60_000);

/** What must never be in a log or a span. The name is the demo customer's, the number a test card's. */
const canaries = [
  'marmalade',
  'Zebediah',
  'Jordan Blake',
  '4111111111111111',
  '4111 1111 1111 1111',
  '5454 5454',
  'pineapple',
];
const pan = '4111 1111 1111 1111';
/** A half of another card number, said twice. */
const half = '5454 5454';
const known = { language: 'en', customer: { id: 'C-1', segment: 'standard', contactsLast30d: 1 } };

/** One call from the first word to the disposition, with the canaries in everybody's words. */
async function playCall(site: Site): Promise<string> {
  const amira = await DeskAgent.signIn(site, 'agent-amira');
  await amira.presence('available');
  const caller = await Caller.call(site, known);
  await caller.ask('my name is Zebediah Marmalade, are you open on saturdays');
  await caller.say(
    `someone bought marmalade with my card ${pan} and it was not me, someone is using it right now`,
  );
  const { handoff } = await amira.offered(caller.conversationId);
  await amira.accept(handoff);
  await amira.say(caller.conversationId, 'Hello Jordan Blake, this is about the marmalade.', 'a1');
  await caller.say(`yes Zebediah here, the card is ${pan}`);
  await caller.say(`and the other card is ${half}`);
  await caller.say(`${half} that is all of it`);
  await amira.finish(handoff.handoffId);
  await amira.wrapUp(handoff.handoffId, 'fraud-case-opened', `pineapple, card ${pan}`);
  await amira.untilPresence('available');
  amira.leave();
  caller.close();
  return caller.conversationId;
}

describe('one call', () => {
  const folder = scratch('trace');
  const spans = keepSpans();
  let running: RunningServices;
  let tail: EventTail;
  let conversationId: string;

  beforeAll(async () => {
    running = await runEmbedded({
      env: { BATON_DATA: folder.dir, BATON_PACK: 'bank', PORT: '0', BATON_LOG_LEVEL: 'silent' },
      spanProcessors: [spans.processor],
    });
    await seedPeople(running);
    tail = await EventTail.open(running.bus);
    const url = running.service('desk').httpUrl;
    conversationId = await playCall({ url, webSocketUrl: url.replace('http', 'ws') });
    await tail.waitFor(conversationId, HandoffCompleted, () => true, 15_000);
  });
  afterAll(async () => {
    await tail?.close();
    await running?.stop();
    folder.remove();
  });

  const traceOfCall = () =>
    eventually('the start of the call', () => {
      const start = spans.finished().find(({ name }) => name === 'speech-gateway StartCall');
      return start?.spanContext().traceId;
    });

  it('is one trace: every event of it carries the same trace id', async () => {
    const traceId = await traceOfCall();
    const events = tail.eventsOf(conversationId);
    expect(events.length).toBeGreaterThan(40);
    const strays = events.filter(({ meta }) => meta.traceparent?.split('-')[1] !== traceId);
    expect(strays.map(({ meta }) => `${meta.type} ${meta.traceparent}`)).toEqual([]);
  });

  it('goes from service to service as the picture says', async () => {
    const traceId = await traceOfCall();
    const edges = await eventually('the last step', () => {
      const found = edgesOf(spans.finished().filter((span) => span.spanContext().traceId === traceId));
      return found.has('router -> context-store process HandoffCompleted') && found;
    });
    const wanted = [
      'speech-gateway -> dialog process ConversationStarted',
      'speech-gateway -> dialog process TurnRecorded',
      'speech-gateway -> sentiment process TurnRecorded',
      'speech-gateway -> context-store process TurnRecorded',
      'dialog -> router process TurnUnderstood',
      'dialog -> speech-gateway process BotReplied',
      'sentiment -> router process SentimentScored',
      'router -> speech-gateway process TurnDecided',
      'router -> router process EscalationDecided',
      'router -> context-store process EscalationDecided',
      'router -> agent-assist process EscalationDecided',
      'router -> dialog process EscalationDecided',
      'router -> speech-gateway process HandoffAccepted',
      'speech-gateway -> router process CallerBridged',
      'router -> speech-gateway process WrapUpStarted',
      'router -> context-store process HandoffCompleted',
    ];
    expect(wanted.filter((edge) => !edges.has(edge))).toEqual([]);
    // Nobody's work is caused by what comes after it.
    const backwards = [
      'router -> dialog process TurnRecorded',
      'dialog -> sentiment process SentimentScored',
    ];
    expect(backwards.filter((edge) => edges.has(edge))).toEqual([]);
  });

  it('says nothing of what was said, nor of whom, in its spans', () => {
    const all = spans.finished();
    expect(all.length).toBeGreaterThan(100);
    const leaks = all.flatMap((span) =>
      canaries
        .filter((canary) => textOf(span).toLowerCase().includes(canary.toLowerCase()))
        .map((c) => `${c} in ${span.name}`),
    );
    expect(leaks).toEqual([]);
  });
});

describe('one call, with everything logged', () => {
  const folder = scratch('logs');
  let baton: BatonProcess;
  let conversationId: string;

  beforeAll(async () => {
    baton = await BatonProcess.start({ data: folder.dir, env: { BATON_LOG_LEVEL: 'trace' } });
    conversationId = await playCall(baton);
    await provenTrail(baton, conversationId, 'HandoffCompleted');
  });
  afterAll(async () => {
    await baton.kill();
    folder.remove();
  });

  it('says nothing of what was said, nor of whom, in the log', async () => {
    // Refusals are logged too, and must not quote what they refuse.
    const caller = await Caller.call(baton, known);
    caller.talker.socket.send('{"type":"marmalade"');
    caller.talker.socket.send('{"type":"say","text":{"marmalade":1}}');
    caller.sayBlind('marmalade '.repeat(10_000), 'big');
    await caller.talker.until('too large', ({ code }) => code === 'too-large');
    caller.hangUp();
    const log = baton.program.stderr;
    expect(log).toContain('service started');
    expect(canaries.filter((canary) => log.toLowerCase().includes(canary.toLowerCase()))).toEqual([]);
    for (const line of log.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('keeps a card number nowhere: not in an event, not in a file', async () => {
    expect(JSON.stringify(await trailOf(baton, conversationId))).not.toMatch(/4111[ \d]*1111|5454 5454/);
    await baton.stop();
    const files = readdirSync(folder.dir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const holding = files.filter((file) => {
      const bytes = readFileSync(join(file.parentPath, file.name));
      return [pan, pan.replaceAll(' ', ''), half].some((digits) => bytes.includes(digits));
    });
    expect(holding.map(({ name }) => name)).toEqual([]);
  });
});
