import { BotMode, BotSpeechDropped, HumanRequested, Speaker } from '@baton/contracts';
import { callWithAgent, callWithBot, conversationId, dataOf, gate, names, turns } from '../testing/calls.js';
import { maxOpenGates, type Call } from './call.js';
import { isPlainRequestForPerson } from './plain-request.js';
import { recordTurn, type HeardTurn } from './record-turn.js';

const heard: HeardTurn = {
  speaker: Speaker.SPEAKER_CUSTOMER,
  text: 'what is my balance',
  redactedTypes: [],
  asrConfidence: 0.9,
  language: 'en',
  keyed: false,
  now: 2_000,
};
const record = (call: Call, changes: Partial<HeardTurn> = {}) =>
  recordTurn(conversationId, call, { ...heard, ...changes });

describe('a customer turn', () => {
  it('is recorded and opens a gate under the lease of the moment', () => {
    const outcome = record(callWithBot());
    expect(turns(outcome)).toEqual([
      expect.objectContaining({
        turnIndex: 3,
        text: heard.text,
        asrConfidence: 0.9,
        customerTurns: 1,
        leaseToken: 0,
      }),
    ]);
    expect(outcome.call).toMatchObject({
      gates: [gate],
      nextTurnIndex: 4,
      customerTurns: 1,
      lastTurnAt: 2_000,
    });
  });

  it('opens none while the caller waits for a person or speaks with one', () => {
    expect(record(callWithBot({ phase: 'waiting' })).call.gates).toEqual([]);
    expect(record(callWithAgent()).call.gates).toEqual([]);
  });

  it('gives up the oldest of too many unanswered turns', () => {
    let call = callWithBot();
    for (let turn = 0; turn <= maxOpenGates; turn += 1) call = record(call).call;
    expect(call.gates.map(({ turnIndex }) => turnIndex)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('is a request for a person where the gateway itself hears it', () => {
    const outcome = record(callWithBot(), { text: '0', keyed: true });
    expect(dataOf<HumanRequested>(outcome, HumanRequested)).toEqual({ turnIndex: 3, how: 'keyed' });
  });

  it('is refused after the end', () => {
    expect(() => record(callWithBot({ phase: 'ended' }))).toThrow(
      expect.objectContaining({ code: 'conversation-ended' }),
    );
  });
});

describe("an external bot's turn", () => {
  const external = { botMode: BotMode.BOT_MODE_EXTERNAL };
  const bot = { speaker: Speaker.SPEAKER_BOT, text: 'how can I help' };

  it('is recorded under the lease', () => {
    expect(turns(record(callWithBot(external), bot))).toEqual([
      expect.objectContaining({ speaker: Speaker.SPEAKER_BOT, leaseToken: 1 }),
    ]);
  });

  it('is dropped, and that is recorded, once an agent holds the lease', () => {
    const call = callWithAgent(external);
    const outcome = record(call, bot);
    expect(names(outcome)).toEqual(['BotSpeechDropped']);
    expect(dataOf<BotSpeechDropped>(outcome, BotSpeechDropped)).toMatchObject({ currentToken: 2 });
    expect(outcome.call).toEqual(call);
  });

  it('is refused where the pack has the bot', () => {
    expect(() => record(callWithBot(), bot)).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
  });

  it('may not pose as an agent', () => {
    expect(() => record(callWithBot(external), { speaker: Speaker.SPEAKER_AGENT })).toThrow(
      expect.objectContaining({ code: 'invalid-argument' }),
    );
  });
});

describe('a plain request for a person', () => {
  it.each(['0', ' Agent! ', 'OPERATOR', '¿agente?', 'Mitarbeiter.', 'conseiller'])(
    'is heard in %j',
    (text) => {
      expect(isPlainRequestForPerson(text)).toBe(true);
    },
  );

  it.each(['', '00', 'my agent number is 4', 'is there an agent near me'])('is not heard in %j', (text) => {
    expect(isPlainRequestForPerson(text)).toBe(false);
  });
});
