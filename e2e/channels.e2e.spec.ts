import { jest } from '@jest/globals';
import { join } from 'node:path';
import { runEmbedded, seedPeople } from '@baton/all-in-one';
import { CallControlServiceClient, Channel, ContextServiceClient } from '@baton/contracts';
import { unary } from '@baton/rpc';
import type { RunningServices } from '@baton/service-kit';
import { DeskAgent } from './support/agent.js';
import { Caller } from './support/caller.js';
import { eventually } from './support/eventually.js';
import { countsOfHandoff, doubledIds, eachOnce, turnIndices } from './support/handoff-events.js';
import { scratch } from './support/scratch.js';
import type { Site } from './support/site.js';
import { SmsPhone, smsEnv } from './support/sms.js';
import { Talker } from './support/talker.js';
import { countOf, provenTrail } from './support/trail.js';

jest.setTimeout(60_000);

const alarm = 'someone is using my card right now';
const jordan = { id: 'C-1', segment: 'standard', contactsLast30d: 1 };

describe('a customer who takes their conversation along', () => {
  const folder = scratch('channels');
  let running: RunningServices;
  let site: Site;
  let amira: DeskAgent;
  let phone: SmsPhone;
  let context: ContextServiceClient;

  beforeAll(async () => {
    const env = {
      BATON_DATA: join(folder.dir, 'data'),
      BATON_PACK: 'bank',
      BATON_LOG_LEVEL: 'silent',
      PORT: '0',
      ...smsEnv,
    };
    running = await runEmbedded({ env });
    await seedPeople(running);
    const url = running.service('desk').httpUrl;
    site = { url, webSocketUrl: url.replace(/^http/, 'ws') };
    amira = await DeskAgent.signIn(site, 'agent-amira');
    phone = new SmsPhone(running.service('speech-gateway').httpUrl, '+447700900142');
    context = running.peers.client('context-store', ContextServiceClient);
  });
  afterAll(async () => {
    amira.leave();
    await running.stop();
    folder.remove();
  });

  it('from chat to SMS, by a signed link, keeps place, context and agent, and is one line of one timeline', async () => {
    const caller = await Caller.call(site, { channel: 'chat', language: 'en', customer: jordan });
    await caller.say(alarm);
    await caller.untilPhase('waiting');
    const second = await Caller.call(site, { channel: 'phone', language: 'en' });
    await second.say(alarm);
    await second.untilPhase('waiting');

    caller.talker.send({ type: 'link' });
    const { token } = await caller.talker.untilType('link');
    expect(await phone.send(`please go on here ${String(token)}`)).toBe(200);
    expect(await caller.talker.untilType('moved')).toMatchObject({ channel: 'sms' });
    await eventually('the chat is let go', () => caller.talker.closeCode === 1000);
    await eventually('the phone is greeted', async () => (await phone.received()).includes('we go on here'));

    await amira.presence('available');
    const { handoff } = await amira.offered(caller.conversationId);
    const { packet } = (await amira.must('GET', `/api/conversations/${caller.conversationId}/packet`)) as {
      packet: {
        channel: string;
        channels: string[];
        customer: { name: string };
        transcript: { text: string }[];
      };
    };
    expect(packet).toMatchObject({
      channel: 'sms',
      channels: ['chat', 'sms'],
      customer: { name: 'Jordan Blake' },
    });
    expect(packet.transcript.map(({ text }) => text)).toContain(alarm);

    await amira.accept(handoff);
    await amira.say(caller.conversationId, 'Hello, I have frozen the card.', 'a1');
    await eventually('the agent is heard', async () =>
      (await phone.received()).includes('I have frozen the card.'),
    );
    expect(await phone.send('thank you so much')).toBe(200);
    await amira.live.until('the customer is heard', (message) =>
      JSON.stringify(message).includes('thank you so much'),
    );
    await amira.finish(handoff.handoffId);
    await amira.wrapUp(handoff.handoffId, 'fraud-case-opened');

    const trail = await provenTrail(site, caller.conversationId, 'AgentReleased');
    expect(countsOfHandoff(trail)).toEqual(eachOnce);
    expect(countOf(trail, 'ConversationMoved')).toBe(1);
    expect(countOf(trail, 'SpeechLeaseMoved')).toBe(2);
    expect(doubledIds(trail)).toEqual([]);
    expect(turnIndices(trail)).toEqual(turnIndices(trail).map((_, at) => at));
    expect(JSON.stringify(trail)).not.toContain(phone.number);

    const timeline = () =>
      unary(context, context.getTimeline, { tenantId: 'bank', customerId: 'C-1', limit: 0 });
    const { entries } = await eventually('it is told whole', async () => {
      const seen = await timeline();
      return seen.entries[0]?.disposition !== '' && seen;
    });
    expect(entries).toEqual([
      expect.objectContaining({
        conversationId: caller.conversationId,
        channels: [Channel.CHANNEL_CHAT, Channel.CHANNEL_SMS],
        agentId: 'agent-amira',
        handoffState: 'completed',
        disposition: 'fraud-case-opened',
      }),
    ]);
    second.hangUp();
    second.close();
  });

  it('is known the next time, with what they contacted us about before', async () => {
    const caller = await Caller.call(site, { channel: 'phone', language: 'en', customer: jordan });
    const { packet } = await unary(context, context.getPacket, { conversationId: caller.conversationId });
    expect(packet?.previousContacts.map(({ channels }) => channels)).toEqual([
      [Channel.CHANNEL_CHAT, Channel.CHANNEL_SMS],
    ]);
    caller.hangUp();
    caller.close();
  });

  it('from SMS to a web chat, where everything said before is told', async () => {
    const other = new SmsPhone(running.service('speech-gateway').httpUrl, '+447700900143');
    const words = 'what are your opening hours on saturday';
    expect(await other.send(words)).toBe(200);
    await eventually('it is answered', async () => (await other.received()).includes('AI assistant'));
    const { conversations } = await unary(context, context.listConversations, { tenantId: 'bank', limit: 1 });
    const { conversationId } = conversations[0]!;
    const control = running.peers.client('speech-gateway', CallControlServiceClient);
    const { token } = await unary(control, control.createMoveLink, {
      commandId: 'link-back',
      conversationId,
    });

    const chat = await Talker.open(`${site.webSocketUrl}/gateway/v1/calls`);
    chat.send({ type: 'move', link: token });
    expect(await chat.untilType('started')).toMatchObject({ conversationId });
    await chat.until('what was said', (message) => message['text'] === words);
    await eventually('the phone is told', async () => (await other.received()).includes('We go on by chat'));
    const late = await Talker.open(`${site.webSocketUrl}/gateway/v1/calls`);
    late.send({ type: 'move', link: token });
    expect(await late.untilType('error')).toMatchObject({ code: 'link-used' });
    late.close();
    chat.send({ type: 'hangup' });
    await chat.until('it is over', ({ type, phase }) => type === 'status' && phase === 'ended');
    chat.close();
  });
});
