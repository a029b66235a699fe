import { setTimeout as pause } from 'node:timers/promises';
import {
  BotMode,
  Channel,
  ConversationMoved,
  ConversationStarted,
  EndReason,
  Speaker,
  TurnRecorded,
} from '@baton/contracts';
import { unary } from '@baton/rpc';
import { RunningChannels } from '../testing/running-channels.js';
import { TwilioServer } from '../testing/twilio-server.js';

const emailToken = 'a-token-of-the-mail-service';
let twilio: TwilioServer;
let baton: RunningChannels;
let numbers = 0;
const number = () => `+4477009001${String((numbers += 1)).padStart(2, '0')}`;

beforeAll(async () => {
  twilio = await TwilioServer.start();
  baton = await RunningChannels.start({ ...twilio.env, BATON_EMAIL_TOKEN: emailToken });
});
afterAll(async () => {
  await baton.stop();
  await twilio.stop();
});

const turnsOf = (conversationId: string) =>
  baton.said(TurnRecorded).filter(({ meta }) => meta.subject === conversationId);
const conversationsOf = (text: string) =>
  baton
    .said(TurnRecorded)
    .filter(({ data }) => data.text === text)
    .map(({ meta }) => meta.subject);
const recorded = (text: string) => baton.eventually(`"${text}" is on record`, () => conversationsOf(text)[0]);
const startChat = (commandId: string, customerId = '') =>
  unary(baton.control, baton.control.startCall, {
    commandId,
    tenantId: 'bank',
    channel: Channel.CHANNEL_CHAT,
    language: 'en',
    jurisdiction: '',
    botMode: BotMode.BOT_MODE_PACK,
    customer: { customerId, known: customerId !== '', segment: '', contactsLast30d: 0 },
  });
const linkFor = async (conversationId: string) =>
  (
    await unary(baton.control, baton.control.createMoveLink, {
      commandId: `link-${numbers}-${conversationId}`,
      conversationId,
    })
  ).token;
const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe('an SMS', () => {
  it('begins a conversation, is answered as one message, and the next one goes on there', async () => {
    const from = number();
    const first = await twilio.handIn(baton.url, { From: from, Body: 'first of these' });
    expect([first.status, await first.text()]).toEqual([
      200,
      '<?xml version="1.0" encoding="UTF-8"?><Response></Response>',
    ]);
    await twilio.handIn(baton.url, { From: from, Body: 'second of these' });
    expect(await recorded('second of these')).toBe(await recorded('first of these'));
    await baton.eventually('the disclosure is sent', () => twilio.heardBy(from).includes('AI assistant'));
    const [message] = twilio.sent.filter(({ to }) => to === from);
    expect(message).toMatchObject({
      path: `/2010-04-01/Accounts/${TwilioServer.account.accountSid}/Messages.json`,
      from: TwilioServer.account.number,
      authorization: `Basic ${Buffer.from(`${TwilioServer.account.accountSid}:a-token`).toString('base64')}`,
    });
    expect(baton.everything).not.toContain(from);
  });

  it('that comes again is one turn and is answered the same', async () => {
    const fields = { From: number(), Body: 'only once', MessageSid: twilio.sid() };
    const answers = [
      await twilio.handIn(baton.url, fields),
      await twilio.handIn(baton.url, fields),
      ...(await Promise.all([twilio.handIn(baton.url, fields), twilio.handIn(baton.url, fields)])),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await recorded('only once');
    await pause(100);
    expect(conversationsOf('only once')).toHaveLength(1);
  });

  it('after its conversation ended begins another; the old one again does not', async () => {
    const fields = { From: number(), Body: 'before the end', MessageSid: twilio.sid() };
    await twilio.handIn(baton.url, fields);
    const conversationId = await recorded('before the end');
    await unary(baton.control, baton.control.endCall, {
      commandId: 'end-1',
      conversationId,
      reason: EndReason.END_REASON_CALLER_HUNG_UP,
    });
    await twilio.handIn(baton.url, { From: fields.From, Body: 'after the end' });
    expect((await twilio.handIn(baton.url, fields)).status).toBe(200);
    expect(await recorded('after the end')).not.toBe(conversationId);
    expect(conversationsOf('before the end')).toEqual([conversationId]);
  });

  it('is answered once the carrier is well again, in order', async () => {
    twilio.answers.push(500, 429);
    const from = number();
    await twilio.handIn(baton.url, { From: from, Body: 'are you there' });
    await baton.eventually('it is sent', () => twilio.heardBy(from).includes('AI assistant'));
  }, 15_000);

  it.each([
    ['a bad signature', { signature: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }, 403, 'bad-signature'],
    ['no signature', { signature: '' }, 403, 'bad-signature'],
    ['a body that was changed', { body: 'From=%2B447700900100&Body=hello' }, 403, 'bad-signature'],
    ['garbage', { body: '\u0000\u0001{{{' }, 403, 'bad-signature'],
    ['a body of 1 MB', { body: 'x'.repeat(1_000_000) }, 413, 'too-large'],
    ['a tenant nobody knows', { tenant: 'nobody' }, 404, 'not-found'],
  ])('with %s is refused', async (_, change, status, code) => {
    const response = await twilio.handIn(baton.url, { From: number(), Body: 'never' }, change);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(conversationsOf('never')).toEqual([]);
  });

  it('that is signed and none is refused', async () => {
    const response = await twilio.handIn(baton.url, { From: 'Luis', Body: 'x' });
    expect([response.status, await codeOf(response)]).toEqual([400, 'bad-form']);
  });

  it.each([
    ['/v1/channels/fax/bank', 404],
    ['/v1/channels/', 404],
    ['/v1/channels/twilio/bank/more', 404],
    ['/v1/channels/outbox', 404],
    ['/v1/channels/%00', 404],
  ])('at %s finds no door', async (path, status) => {
    expect((await fetch(`${baton.url}${path}`, { method: 'POST', body: 'x' })).status).toBe(status);
  });

  it('is not read by GET', async () => {
    expect((await fetch(`${baton.url}/v1/channels/twilio/bank`)).status).toBe(405);
  });
});

describe('an e-mail', () => {
  const post = (raw: string | Buffer, token = emailToken) =>
    fetch(`${baton.url}/v1/channels/email/bank`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'message/rfc822' },
      body: new Uint8Array(Buffer.from(raw)),
    });
  const mail = (id: string, text: string, more = '') =>
    `From: Luis <luis@example.com>\r\nTo: help@bank.example\r\nSubject: Card\r\nMessage-ID: <${id}@example.com>\r\n${more}\r\n${text}\r\n`;

  it('begins a conversation, and its answer goes on there, quotes left out', async () => {
    const first = await post(mail('m1', 'my first mail'));
    expect(first.status).toBe(202);
    const { conversationId } = (await first.json()) as { conversationId: string };
    const reply =
      'my second mail\r\n\r\nOn Fri, 27 Nov 2026, Bank <help@bank.example> wrote:\r\n> my first mail';
    await post(mail('m2', reply, 'In-Reply-To: <m1@example.com>\r\nReferences: <m1@example.com>\r\n'));
    expect(await recorded('my second mail')).toBe(conversationId);
    await post(mail('m3', 'about something else'));
    expect(await recorded('about something else')).not.toBe(conversationId);
  });

  it('of somebody else does not come into a conversation by naming its messages', async () => {
    const { conversationId } = (await (await post(mail('m4', 'mine alone'))).json()) as {
      conversationId: string;
    };
    const foreign = mail('m5', 'let me in', 'References: <m4@example.com>\r\n').replace('luis@', 'eve@');
    const answer = (await (await post(foreign)).json()) as { conversationId: string };
    expect(answer.conversationId).not.toBe(conversationId);
  });

  it('that comes again is one turn', async () => {
    await post(mail('m6', 'mailed twice'));
    await post(mail('m6', 'mailed twice'));
    await recorded('mailed twice');
    expect(conversationsOf('mailed twice')).toHaveLength(1);
  });

  it('nobody wrote is taken and ignored', async () => {
    const response = await post(mail('m7', 'Out of office', 'Auto-Submitted: auto-replied\r\n'));
    expect([response.status, await response.json()]).toEqual([202, { ignored: 'auto-submitted' }]);
  });

  it('of 30 MB is refused, and the door is open to the next', async () => {
    const response = await post(Buffer.alloc(30 * 1024 * 1024, 'x')).catch(() => undefined);
    // The connection is cut while the sender still writes: some senders see that before the answer.
    if (response) expect([response.status, await codeOf(response)]).toEqual([413, 'too-large']);
    expect((await post(mail('m8', 'still here'))).status).toBe(202);
  });

  it.each([
    ['the wrong token', mail('m9', 'x'), 'another-token-of-the-service', 401, 'bad-token'],
    ['no sender', 'Subject: x\r\n\r\nx', emailToken, 400, 'bad-email'],
    ['nothing', '', emailToken, 400, 'bad-email'],
    [
      'an address that is none',
      mail('m10', 'x').replace('luis@example.com', 'a@b@c'),
      emailToken,
      400,
      'invalid-argument',
    ],
  ])('with %s is refused', async (_, raw, token, status, code) => {
    const response = await post(raw, token);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
  });
});

describe('a conversation that moves', () => {
  it('goes on by SMS with a signed link, once, and stays the same conversation', async () => {
    const { conversationId } = await startChat('chat-1');
    const token = await linkFor(conversationId);
    const from = number();
    const fields = { From: from, Body: `Go on here: ${token}`, MessageSid: twilio.sid() };
    expect((await twilio.handIn(baton.url, fields)).status).toBe(200);
    expect((await twilio.handIn(baton.url, fields)).status).toBe(200);
    await baton.eventually('it is greeted there', () => twilio.heardBy(from).includes('we go on here'));
    await twilio.handIn(baton.url, { From: from, Body: 'now by sms' });
    expect(await recorded('now by sms')).toBe(conversationId);
    const moves = baton.said(ConversationMoved).filter(({ meta }) => meta.subject === conversationId);
    expect(moves.map(({ data }) => [data.channel, data.leg, data.proof])).toEqual([
      [Channel.CHANNEL_SMS, 2, 'signed-link'],
    ]);
    expect(twilio.heardBy(from)).not.toContain('AI assistant');

    const again = await twilio.handIn(baton.url, { From: number(), Body: token });
    expect([again.status, await codeOf(again)]).toEqual([403, 'link-used']);
    const { packet } = await unary(baton.context, baton.context.getPacket, { conversationId });
    expect(packet).toMatchObject({
      channel: Channel.CHANNEL_SMS,
      channels: [Channel.CHANNEL_CHAT, Channel.CHANNEL_SMS],
    });
    expect(baton.everything).not.toContain(from);
  });

  it('does not move by a forged link, and nothing of it is recorded', async () => {
    const { conversationId } = await startChat('chat-2');
    const token = await linkFor(conversationId);
    const forged = `${token.slice(0, -3)}${token.endsWith('AAA') ? 'BBB' : 'AAA'}`;
    const response = await twilio.handIn(baton.url, { From: number(), Body: forged });
    expect([response.status, await codeOf(response)]).toEqual([403, 'link-invalid']);
    expect(turnsOf(conversationId).some(({ data }) => data.speaker === Speaker.SPEAKER_CUSTOMER)).toBe(false);
  });

  it('does not move to a number that is another customer’s', async () => {
    const from = number();
    await unary(baton.context, baton.context.putCustomer, {
      commandId: 'put-other',
      tenantId: 'bank',
      customerId: 'C-other',
      name: 'Somebody Else',
      segment: '',
      contactsLast30d: 0,
      facts: {},
      identifiers: [{ kind: 'phone', value: from }],
    });
    const { conversationId } = await startChat('chat-3', 'C-mine');
    const response = await twilio.handIn(baton.url, { From: from, Body: await linkFor(conversationId) });
    expect([response.status, await codeOf(response)]).toEqual([409, 'identity-conflict']);
  });

  it('moves without a link only where the address is known to be the customer’s', async () => {
    const phone = number();
    await unary(baton.context, baton.context.putCustomer, {
      commandId: 'put-known',
      tenantId: 'bank',
      customerId: 'C-known',
      name: 'Known Customer',
      segment: '',
      contactsLast30d: 0,
      facts: {},
      identifiers: [{ kind: 'phone', value: phone }],
    });
    const who = {
      commandId: 'who-known',
      tenantId: 'bank',
      proof: 'account',
      conversationId: '',
      linkedCustomerId: '',
    };
    const { contactRef } = await unary(baton.context, baton.context.identifyCustomer, {
      ...who,
      identifier: { kind: 'phone', value: phone },
    });
    const move = (commandId: string, conversationId: string, change = {}) =>
      unary(baton.control, baton.control.moveChannel, {
        commandId,
        conversationId,
        channel: Channel.CHANNEL_WHATSAPP,
        contactRef,
        linkToken: '',
        ...change,
      });
    const mine = await startChat('chat-4', 'C-known');
    const theirs = await startChat('chat-5', 'C-unknown');
    await expect(move('move-1', theirs.conversationId)).rejects.toMatchObject({ code: 'not-verified' });
    expect(await move('move-2', mine.conversationId)).toEqual({
      conversationId: mine.conversationId,
      leg: 2,
    });
    expect(await move('move-2', mine.conversationId)).toEqual({
      conversationId: mine.conversationId,
      leg: 2,
    });
    await baton.eventually('it is greeted there', () =>
      twilio.heardBy(`whatsapp:${phone}`).includes('we go on here'),
    );
    await expect(
      move('move-3', mine.conversationId, { channel: Channel.CHANNEL_UNSPECIFIED }),
    ).rejects.toMatchObject({ code: 'unknown-channel' });
    await expect(move('move-4', mine.conversationId, { contactRef: '' })).rejects.toMatchObject({
      code: 'invalid-argument',
    });
  });
});

describe('a gateway without secrets', () => {
  it('says which channels are off', async () => {
    const bare = await RunningChannels.start({ BATON_OUTBOX: 'true' });
    const answers = [
      await twilio.handIn(bare.url, { From: number(), Body: 'x' }),
      await fetch(`${bare.url}/v1/channels/email/bank`, { method: 'POST', body: 'x' }),
    ];
    const codes = await Promise.all(answers.map(async (answer) => [answer.status, await codeOf(answer)]));
    const outbox = await fetch(`${bare.url}/v1/channels/outbox`);
    await bare.stop();
    expect(codes).toEqual([
      [503, 'channel-off'],
      [503, 'channel-off'],
    ]);
    expect(outbox.status).toBe(200);
    expect(baton.said(ConversationStarted).length).toBeGreaterThan(0);
  });
});
