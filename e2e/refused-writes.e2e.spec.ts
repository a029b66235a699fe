import { jest } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { runEmbedded } from '@baton/all-in-one';
import type { EmbeddedBus } from '@baton/eventing';
import type { RunningServices } from '@baton/service-kit';
import { BatonProcess } from './support/baton-process.js';
import { Caller } from './support/caller.js';
import { eventually } from './support/eventually.js';
import { scratch } from './support/scratch.js';
import { provenTrail, turnTexts } from './support/trail.js';

jest.setTimeout(90_000);

const question = 'are you open on saturdays';
const answered = { speaker: 'bot', text: expect.stringMatching(/Saturday/) as unknown };

describe('a disk that is full', () => {
  const folder = scratch('full-disk');
  let running: RunningServices;

  beforeAll(async () => {
    running = await runEmbedded({
      env: { BATON_DATA: folder.dir, BATON_PACK: 'bank', PORT: '0', BATON_LOG_LEVEL: 'silent' },
      demo: false,
    });
  });
  afterAll(async () => {
    await running.stop();
    folder.remove();
  });

  it('holds up what cannot be told to the other services, says so, and goes on when there is space', async () => {
    const url = running.service('desk').httpUrl;
    const caller = await Caller.call({ url, webSocketUrl: url.replace('http', 'ws') }, { language: 'en' });
    const bus = running.bus as EmbeddedBus;
    bus.limitFileSize(1);
    const asked: string[] = [];
    const gateway = running.service('speech-gateway').httpUrl;
    // The pages in use still take a few events.
    await eventually('the bus refuses', async () => {
      const text = `${question} in week ${asked.length + 1}`;
      asked.push(text);
      caller.sayBlind(text, `w${asked.length}`);
      await pause(300);
      const { status } = await fetch(`${gateway}/readyz`);
      return status === 503;
    });
    bus.limitFileSize(Number.MAX_SAFE_INTEGER);
    await eventually('ready again', async () => (await fetch(`${gateway}/readyz`)).status === 200);
    await eventually(
      'every question is on the record and answered',
      () => caller.turns.filter(({ speaker }) => speaker === 'bot').length > asked.length,
      30_000,
    );
    const said = caller.turns.filter(({ speaker }) => speaker === 'customer').map(({ text }) => text);
    expect(said).toEqual(asked);
    caller.hangUp();
  });
});

describe('a store that refuses a write', () => {
  const folder = scratch('refused');
  let baton: BatonProcess;

  beforeAll(async () => {
    baton = await BatonProcess.start({ data: folder.dir, args: ['--no-demo'] });
  });
  afterAll(async () => {
    await baton.kill();
    folder.remove();
  });

  it('loses nothing: what was said meanwhile is said once, and answered once the store is back', async () => {
    const caller = await Caller.call(baton, { language: 'en' });
    const other = new DatabaseSync(join(folder.dir, 'store.db'));
    other.exec('BEGIN IMMEDIATE');
    const before = caller.talker.received.length;
    caller.sayBlind(question, 'once');
    await caller.talker.until('an error', ({ type }) => type === 'error', before, 15_000);
    other.exec('ROLLBACK');
    other.close();
    // What a client does that was told to try again.
    caller.sayBlind(question, 'once');
    caller.sayBlind(question, 'once');
    expect(await caller.hears('an answer', ({ text }) => /Saturday/.test(text), 20_000)).toMatchObject(
      answered,
    );
    caller.hangUp();
    const trail = await provenTrail(baton, caller.conversationId, 'ConversationEnded');
    expect(turnTexts(trail).filter((text) => text === question)).toHaveLength(1);
  });
});
