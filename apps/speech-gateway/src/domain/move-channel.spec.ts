import { Channel, ConversationMoved, Speaker } from '@baton/contracts';
import { callWithAgent, callWithBot, conversationId, dataOf, gate, names, turns } from '../testing/calls.js';
import { maxLegs, maxUsedLinks, moveChannel, type Move } from './move-channel.js';
import { nextMessage, notSent, sending, sent, maxAttempts, maxUnsent, withUnsent } from './delivery.js';
import { nextDeadline, type Call } from './call.js';

const toSms: Move = {
  channel: Channel.CHANNEL_SMS,
  leg: { contactRef: 'ref-1' },
  proof: 'signed-link',
  nonce: 'n1',
  now: 2_000,
};
const customer = (customerId: string) => ({ customerId, known: true, segment: '', contactsLast30d: 0 });

describe('a conversation that moves', () => {
  it('tells the old leg and the new one, and says where it went', () => {
    const outcome = moveChannel(conversationId, callWithBot({ channel: Channel.CHANNEL_CHAT }), toSms);
    expect(names(outcome)).toEqual(['TurnRecorded', 'ConversationMoved', 'TurnRecorded']);
    expect(turns(outcome).map(({ text }) => text)).toEqual([
      'We go on by SMS. You keep your place.',
      'Thank you, we go on here. You keep your place.',
    ]);
    expect(dataOf<ConversationMoved>(outcome, ConversationMoved)).toMatchObject({
      fromChannel: Channel.CHANNEL_CHAT,
      channel: Channel.CHANNEL_SMS,
      leg: 2,
      proof: 'signed-link',
    });
  });

  it.each([
    ['waiting', callWithBot({ phase: 'waiting', handoffId: 'handoff-1' })],
    ['with an agent', callWithAgent()],
    ['with the bot, a turn at the gate', callWithBot({ gates: [gate] })],
  ])('%s stays where it stands', (_, call) => {
    const after = moveChannel(conversationId, call, toSms).call;
    const standing = ({ phase, handoffId, lease, gates, customerTurns }: Call) => ({
      phase,
      handoffId,
      lease,
      gates,
      customerTurns,
    });
    expect(standing(after)).toEqual(standing(call));
  });

  it('sends only what is said from then on', () => {
    const { call } = moveChannel(conversationId, callWithBot(), toSms);
    expect(call.delivery?.queue.map(({ text }) => text)).toEqual([
      'Thank you, we go on here. You keep your place.',
    ]);
  });

  it('sends its farewell to the leg it leaves', () => {
    const onSms = moveChannel(conversationId, callWithBot(), toSms).call;
    const back = moveChannel(conversationId, onSms, {
      ...toSms,
      channel: Channel.CHANNEL_CHAT,
      leg: {},
      nonce: 'n2',
    }).call;
    expect(back.delivery?.queue.at(-1)).toMatchObject({
      text: 'We go on by chat. You keep your place.',
      leg: { contactRef: 'ref-1' },
    });
    expect(back.leg).toEqual({ number: 3 });
  });

  it('learns whose it is, and is not taken by somebody else', () => {
    expect(
      moveChannel(conversationId, callWithBot(), { ...toSms, customer: customer('C-1') }).call.customerId,
    ).toBe('C-1');
    expect(() =>
      moveChannel(conversationId, callWithBot({ customerId: 'C-2' }), {
        ...toSms,
        customer: customer('C-1'),
      }),
    ).toThrow(expect.objectContaining({ code: 'identity-conflict' }));
  });

  it('does not move once it is over, nor for ever', () => {
    expect(() => moveChannel(conversationId, callWithBot({ phase: 'ended' }), toSms)).toThrow(
      expect.objectContaining({ code: 'conversation-ended' }),
    );
    let call = callWithBot();
    for (let leg = 1; leg < maxLegs; leg += 1)
      call = moveChannel(conversationId, call, { ...toSms, nonce: `n${leg}` }).call;
    expect(call.usedLinks).toHaveLength(maxUsedLinks);
    expect(() => moveChannel(conversationId, call, toSms)).toThrow(
      expect.objectContaining({ code: 'too-many-moves' }),
    );
  });

  it.each([
    ['es', 'Seguimos por SMS. Conserva su turno.'],
    ['de-AT', 'Wir machen per SMS weiter. Sie behalten Ihren Platz.'],
    ['xx', 'We go on by SMS. You keep your place.'],
  ])('says so in %s', (language, text) => {
    expect(turns(moveChannel(conversationId, callWithBot({ language }), toSms))[0]?.text).toBe(text);
  });
});

describe('what is to be sent', () => {
  const onSms = callWithBot({ channel: Channel.CHANNEL_SMS, leg: { number: 1, contactRef: 'ref-1' } });
  const say = (call: Call, turnIndex: number, text: string, now = 1_000) =>
    withUnsent(call, Speaker.SPEAKER_BOT, turnIndex, text, now);

  it('is nothing on a leg that holds a connection, and nothing the customer said', () => {
    expect(say(callWithBot(), 3, 'hello').delivery).toBeUndefined();
    expect(withUnsent(onSms, Speaker.SPEAKER_CUSTOMER, 3, 'hello', 1).delivery).toBeUndefined();
  });

  it('goes out soon, what was said together as one message as long as it may be', () => {
    const call = say(say(say(onSms, 1, 'one'), 2, 'two'), 3, 'three');
    expect(nextDeadline(call, 150)).toBe(1_060);
    expect(nextMessage(call.delivery!, 100)).toMatchObject({ text: 'one\n\ntwo\n\nthree', upTo: 3 });
    expect(nextMessage(call.delivery!, 8)).toMatchObject({ text: 'one\n\ntwo', upTo: 2 });
  });

  it('is sent by one at a time, goes once it was sent, and outlives the call', () => {
    const begun = sending(say(onSms, 1, 'one'), 1_060)!;
    expect(sending(begun, 1_061)).toBeUndefined();
    expect(sent(begun, 1, 1_100).delivery).toBeUndefined();
    expect(nextDeadline({ ...begun, phase: 'ended' }, 150)).toBe(31_060);
    expect(sent(say(begun, 2, 'two'), 1, 1_100).delivery).toMatchObject({
      queue: [{ text: 'two' }],
      attempts: 0,
      nextAt: 1_100,
    });
  });

  it('is tried again after growing pauses, and given up in the end', () => {
    let call = say(onSms, 1, 'one');
    const pauses: number[] = [];
    for (let now = 1_060; call.delivery; now = call.delivery?.nextAt ?? 0) {
      call = notSent(sending(call, now)!, 1, now);
      if (call.delivery) pauses.push(call.delivery.nextAt - now);
    }
    expect(pauses).toHaveLength(maxAttempts - 1);
    expect(pauses.slice(0, 3)).toEqual([1_000, 2_000, 4_000]);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(60_000);
  });

  it('is bounded', () => {
    const call = Array.from({ length: maxUnsent + 5 }).reduce<Call>(
      (before, _, at) => say(before, at, 'x'),
      onSms,
    );
    expect(call.delivery?.queue).toHaveLength(maxUnsent);
    expect(call.delivery?.queue[0]?.turnIndex).toBe(5);
  });
});
