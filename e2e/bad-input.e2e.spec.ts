import { jest } from '@jest/globals';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@baton/service-kit';
import { BatonProcess } from './support/baton-process.js';
import { Caller } from './support/caller.js';
import { eventually } from './support/eventually.js';
import { scratch } from './support/scratch.js';
import { Talker } from './support/talker.js';
import { provenTrail, turnTexts } from './support/trail.js';

jest.setTimeout(60_000);

describe('what a caller’s side may send', () => {
  const folder = scratch('bad-input');
  let baton: BatonProcess;
  let gatewayUrl: string;

  beforeAll(async () => {
    const port = await freePort('127.0.0.1');
    gatewayUrl = `ws://127.0.0.1:${port}/v1/calls`;
    const env = { BATON_SPEECH_GATEWAY_HTTP_PORT: String(port) };
    baton = await BatonProcess.start({ data: folder.dir, env, args: ['--no-demo'] });
  });
  afterAll(async () => {
    await baton.kill();
    folder.remove();
  });

  /** A fresh call still gets its disclosure and its answer. */
  async function stillServes(): Promise<void> {
    expect(baton.program.alive).toBe(true);
    const caller = await Caller.call(baton, { language: 'en' });
    expect((await caller.ask('are you open on saturdays')).text).toMatch(/Saturday/);
    caller.hangUp();
  }

  const errorAfter = (caller: Caller, from: number) =>
    caller.talker.until('an error', ({ type }) => type === 'error', from);

  it('a turn of 1 MB closes that line with the reason, and no other', async () => {
    const bystander = await Caller.call(baton, { language: 'en' });
    const caller = await Caller.call(baton, { language: 'en' });
    caller.sayBlind('x'.repeat(1_048_576), 'big');
    await eventually('the line is closed', () => caller.talker.closeCode !== undefined);
    // RFC 6455, 7.4.1: message too big.
    expect(caller.talker.closeCode).toBe(1009);
    expect((await bystander.ask('are you open on saturdays')).text).toMatch(/Saturday/);
    bystander.hangUp();
  });

  it('a turn of 100 kB is refused in words, and the call goes on', async () => {
    const caller = await Caller.call(baton, { language: 'en' });
    const before = caller.talker.received.length;
    caller.sayBlind('y'.repeat(100_000), 'big');
    expect(await errorAfter(caller, before)).toMatchObject({ code: 'too-large' });
    expect((await caller.ask('are you open on saturdays')).text).toMatch(/Saturday/);
    caller.hangUp();
  });

  it('an empty turn is answered like silence', async () => {
    const caller = await Caller.call(baton, { language: 'en' });
    const answer = await caller.ask('');
    expect(answer.text).not.toBe('');
    caller.hangUp();
    const trail = await provenTrail(baton, caller.conversationId, 'ConversationEnded');
    const understood = trail.find(({ type }) => type.endsWith('.TurnUnderstood'));
    expect(understood?.data).toMatchObject({ empty: true });
  });

  it.each([
    ['control characters', 'are you\u0000 open\u0007\u001b[31m on\u0085 saturdays\r\n'],
    ['a lone high surrogate', 'are you open on saturdays \ud83d'],
    ['a lone low surrogate', '\ude00 are you open on saturdays'],
    ['nothing but white space and invisible characters', ' \t\u200b\u2028 '],
  ])('%s: none of it reaches the record', async (_what, text) => {
    const caller = await Caller.call(baton, { language: 'en' });
    await caller.ask(text);
    caller.hangUp();
    const trail = await provenTrail(baton, caller.conversationId, 'ConversationEnded');
    for (const recorded of turnTexts(trail)) {
      expect(recorded.isWellFormed()).toBe(true);
      expect(recorded).not.toMatch(/\p{Cc}/u);
    }
  });

  it('broken UTF-8 closes that line', async () => {
    const caller = await Caller.call(baton, { language: 'en' });
    const broken = Buffer.concat([
      Buffer.from('{"type":"say","text":"'),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from('"}'),
    ]);
    caller.talker.socket.send(broken, { binary: false });
    await eventually('the line is closed', () => caller.talker.closeCode !== undefined);
    // RFC 6455, 8.1: not UTF-8.
    expect(caller.talker.closeCode).toBe(1007);
    await stillServes();
  });

  it.each([
    ['no JSON', '{"type":'],
    ['no object', '"hello"'],
    ['no known type', '{"type":"launch"}'],
    ['no text', '{"type":"say"}'],
    ['a text that is no text', '{"type":"say","text":{"toString":"x"}}'],
    ['a key that is none', '{"type":"key","digit":"12"}'],
    ['a second start', '{"type":"start"}'],
    ['somebody else’s call', '{"type":"resume","conversationId":"nobody"}'],
    ['a property of every object', '{"type":"__proto__"}'],
  ])('%s is refused in words, and the call goes on', async (_what, message) => {
    const caller = await Caller.call(baton, { language: 'en' });
    const before = caller.talker.received.length;
    caller.talker.socket.send(message);
    expect(await errorAfter(caller, before)).toMatchObject({ code: 'invalid-argument' });
    expect((await caller.ask('are you open on saturdays')).text).toMatch(/Saturday/);
    caller.hangUp();
  });

  it.each([
    ['to say something before the call', { type: 'say', text: 'hello' }, 'invalid-argument'],
    ['to resume a call that never was', { type: 'resume', conversationId: 'nobody' }, 'not-found'],
    ['to call a company that is not here', { type: 'start', tenant: 'nobody' }, 'not-found'],
    ['a tenant as long as a book', { type: 'start', tenant: 'x'.repeat(10_000) }, 'invalid-argument'],
  ])('%s is refused', async (_what, message, code) => {
    const talker = await Talker.open(`${baton.webSocketUrl}/gateway/v1/calls`);
    talker.send(message);
    expect(await talker.untilType('error')).toMatchObject({ code });
    talker.close();
  });

  it('binary frames are refused in words', async () => {
    const caller = await Caller.call(baton, { language: 'en' });
    const before = caller.talker.received.length;
    caller.talker.socket.send(Buffer.from([0, 1, 2, 255]));
    expect(await errorAfter(caller, before)).toMatchObject({ code: 'invalid-argument' });
    caller.hangUp();
  });

  it('more messages than can be handled are refused, not piled up', async () => {
    const caller = await Caller.call(baton, { language: 'en' });
    const before = caller.talker.received.length;
    for (let n = 0; n < 500; n += 1) caller.sayBlind('are you open on saturdays', `flood-${n}`);
    const refused = await caller.talker.until('overloaded', ({ code }) => code === 'overloaded', before);
    expect(refused).toMatchObject({ type: 'error' });
    caller.hangUp();
    await stillServes();
  });

  it.each([
    ['at the gateway', () => gatewayUrl],
    ['through the desk', () => `${baton.webSocketUrl}/gateway/v1/calls`],
  ])('a side that stops reading is let go (%s), and nobody else waits for it', async (_where, url) => {
    const talker = await Talker.open(url());
    talker.send({ type: 'start', tenant: 'bank', language: 'en' });
    await talker.untilType('started');
    const before = baton.program.stderr.length;
    const { _socket: wire } = talker.socket as unknown as { _socket: Socket };
    wire.pause();
    // Every message is answered, and none of the answers is read. Sockets and buffers on the way hold some megabytes.
    const message = `{"type":"${'z'.repeat(300)}"}`;
    let sent = 0;
    let gone = false;
    wire.once('error', () => (gone = true));
    wire.once('close', () => (gone = true));
    const written = () => new Promise<void>((resolve) => talker.socket.send(message, () => resolve()));
    while (!gone && talker.socket.readyState === talker.socket.OPEN && sent < 400_000) {
      for (let n = 0; n < 500; n += 1) talker.socket.send(message, () => undefined);
      sent += 500;
      await Promise.race([written(), pause(2_000).then(() => (gone ||= wire.writableLength > 4_000_000))]);
    }
    wire.resume();
    await eventually('the line is closed', () => talker.closeCode !== undefined, 20_000);
    expect(baton.program.stderr.slice(before)).toContain('stopped reading and was closed');
    await stillServes();
  });

  it('1,000 callers at once all get their disclosure first', async () => {
    const lines = await Promise.all(
      Array.from({ length: 1_000 }, () => Talker.open(`${baton.webSocketUrl}/gateway/v1/calls`)),
    );
    for (const line of lines) line.send({ type: 'start', tenant: 'bank', channel: 'chat', language: 'en' });
    const first = await Promise.all(lines.map((line) => line.untilType('turn', 0, 45_000)));
    const disclosed = first.filter(
      ({ index, speaker, text }) =>
        index === 0 && speaker === 'announcement' && /AI assistant, not a person/.test(String(text)),
    );
    expect(disclosed).toHaveLength(1_000);
    expect(new Set(lines.map((line) => line.received[0]?.['conversationId'])).size).toBe(1_000);
    for (const line of lines) line.close();
    await stillServes();
  }, 90_000);
});
