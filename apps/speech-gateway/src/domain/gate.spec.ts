import { BotMode, BotSpeechDropped, DecisionGateExpired, Speaker, Verdict } from '@baton/contracts';
import {
  botSaid,
  callWithAgent,
  callWithBot,
  conversationId,
  dataOf,
  gate,
  names,
  turns,
} from '../testing/calls.js';
import type { Call } from './call.js';
import { decisionArrived, gateExpired, replyArrived } from './gate.js';

const asked = () => callWithBot({ nextTurnIndex: 4, customerTurns: 1, gates: [gate] });
const reply = { turnIndex: 3, text: 'Your balance is £10.', language: 'en' };
const decided = (verdict: Verdict, say = '') => ({ turnIndex: 3, verdict, say, language: 'en' });
const replied = (call: Call) => replyArrived(conversationId, call, reply, 2_000);
const decide = (call: Call, verdict: Verdict, say = '') =>
  decisionArrived(conversationId, call, decided(verdict, say), 2_010);

describe('the gate of a customer turn', () => {
  it('holds the reply until the decision is there', () => {
    const held = replied(asked())!;
    expect(names(held)).toEqual([]);
    const spoken = decide(held.call, Verdict.VERDICT_CONTINUE);
    expect(turns(spoken)).toEqual([
      expect.objectContaining({
        speaker: Speaker.SPEAKER_BOT,
        text: reply.text,
        replyToTurnIndex: 3,
        leaseToken: 1,
      }),
    ]);
    expect(spoken!.call.gates).toEqual([]);
  });

  it('speaks at once where the decision came first', () => {
    const decidedFirst = decide(asked(), Verdict.VERDICT_CONTINUE)!;
    expect(names(decidedFirst)).toEqual([]);
    expect(botSaid(replied(decidedFirst.call))).toEqual([reply.text]);
  });

  it('asks again instead of answering where the verdict is to clarify', () => {
    const clarified = decide(asked(), Verdict.VERDICT_CLARIFY, 'Did I get that right?')!;
    expect(botSaid(clarified)).toEqual(['Did I get that right?']);
    expect(replied(clarified.call)).toBeUndefined();
  });

  it('adds the offer of a person to the answer', () => {
    const held = replied(asked())!;
    expect(botSaid(decide(held.call, Verdict.VERDICT_OFFER_HUMAN, 'Would you like a person?'))).toEqual([
      `${reply.text} Would you like a person?`,
    ]);
  });

  it('says only the sentence of the pack where the verdict is to escalate, and the bot then waits', () => {
    const escalated = decide(replied(asked())!.call, Verdict.VERDICT_ESCALATE, 'I am getting someone.')!;
    expect(botSaid(escalated)).toEqual(['I am getting someone.']);
    expect(escalated.call).toMatchObject({ phase: 'waiting', gates: [] });
    expect(replied(escalated.call)).toBeUndefined();
  });

  it("announces the escalation where another company's bot speaks", () => {
    const call = { ...asked(), botMode: BotMode.BOT_MODE_EXTERNAL };
    const escalated = decide(call, Verdict.VERDICT_ESCALATE, 'I am getting someone.');
    expect(turns(escalated)).toEqual([expect.objectContaining({ speaker: Speaker.SPEAKER_ANNOUNCEMENT })]);
  });

  it('is none of its business what nobody asked', () => {
    expect(replyArrived(conversationId, asked(), { ...reply, turnIndex: 99 }, 2_000)).toBeUndefined();
    expect(decide(callWithBot(), Verdict.VERDICT_CONTINUE)).toBeUndefined();
  });
});

describe('a gate whose decision does not come', () => {
  it('opens after its time, speaks, and says so', () => {
    const held = replied(asked())!.call;
    expect(gateExpired(conversationId, held, 2_149, 150)).toBeUndefined();
    const opened = gateExpired(conversationId, held, 2_150, 150)!;
    expect(names(opened)).toEqual(['DecisionGateExpired', 'TurnRecorded']);
    expect(dataOf<DecisionGateExpired>(opened, DecisionGateExpired)).toEqual({ turnIndex: 3, waitedMs: 150 });
    expect(botSaid(opened)).toEqual([reply.text]);
  });

  it('still escalates when the decision comes late', () => {
    const opened = gateExpired(conversationId, replied(asked())!.call, 2_150, 150)!.call;
    const late = decide(opened, Verdict.VERDICT_ESCALATE, 'I am getting someone.')!;
    expect(botSaid(late)).toEqual(['I am getting someone.']);
    expect(late.call.phase).toBe('waiting');
    expect(decide(opened, Verdict.VERDICT_CONTINUE)).toBeUndefined();
  });
});

describe('a reply made under a lease that has moved', () => {
  it('is dropped, and that is recorded', () => {
    const call = callWithAgent({ gates: [gate] });
    const dropped = decide(replied(call)!.call, Verdict.VERDICT_CONTINUE);
    expect(names(dropped)).toEqual(['BotSpeechDropped']);
    expect(dataOf<BotSpeechDropped>(dropped, BotSpeechDropped)).toEqual({
      replyToTurnIndex: 3,
      leaseToken: 1,
      currentToken: 2,
    });
  });

  it('stays silent under a later lease of the bot too', () => {
    const call = callWithBot({ lease: { holder: 'bot', token: 3 }, gates: [gate] });
    expect(names(decide(replied(call)!.call, Verdict.VERDICT_CONTINUE))).toEqual(['BotSpeechDropped']);
  });
});
