import fc from 'fast-check';
import { noCall, withAction, withGatewayMessage, type CallState } from './call-state.js';

const turn = (index: number, speaker: string, text: string) => ({
  type: 'turn',
  index,
  speaker,
  text,
  at: index,
});
const say = (state: CallState, id: string, text: string) =>
  withAction(state, { type: 'say', turn: { id, text, resend: true } });
const started = withGatewayMessage(withAction(noCall, { type: 'dial' }), {
  type: 'started',
  conversationId: 'c-1',
});

describe('my call', () => {
  it('is with the bot once the gateway has said its id', () => {
    expect(started).toMatchObject({ phase: 'bot', conversationId: 'c-1' });
  });

  it('shows what I typed as pending until it is recorded, redacted or not', () => {
    const typed = say(started, 'a', 'my card is 4111 1111 1111 1111');
    expect(typed.pending).toHaveLength(1);
    const recorded = withGatewayMessage(typed, turn(2, 'customer', 'my card is [PAN]'));
    expect(recorded.pending).toEqual([]);
    expect(recorded.turns.at(-1)?.text).toBe('my card is [PAN]');
  });

  it('takes a bot turn in between for no answer to what is pending', () => {
    const typed = say(say(started, 'a', 'one'), 'b', 'two');
    const answered = withGatewayMessage(
      withGatewayMessage(typed, turn(2, 'customer', 'one')),
      turn(3, 'bot', 'yes?'),
    );
    expect(answered.pending.map(({ id }) => id)).toEqual(['b']);
  });

  it('is the same however often the gateway repeats its turns, in any order', () => {
    const said = [
      turn(0, 'announcement', 'AI'),
      turn(1, 'bot', 'hello'),
      turn(2, 'customer', 'hi'),
      turn(3, 'bot', 'ok'),
    ];
    const whole = said.reduce(withGatewayMessage, started).turns;
    fc.assert(
      fc.property(fc.shuffledSubarray(said), fc.shuffledSubarray(said, { minLength: 4 }), (some, all) => {
        expect([...some, ...all].reduce(withGatewayMessage, started).turns).toEqual(whole);
      }),
    );
  });

  it('tells place and wait while waiting, and why it ended', () => {
    const waiting = withGatewayMessage(started, {
      type: 'status',
      phase: 'waiting',
      position: 2,
      expectedWaitSeconds: 90,
    });
    expect(waiting).toMatchObject({ phase: 'waiting', position: 2, expectedWaitSeconds: 90 });
    const ended = withGatewayMessage(waiting, { type: 'status', phase: 'ended', reason: 'callback-booked' });
    expect(ended).toMatchObject({ phase: 'ended', endReason: 'callback-booked' });
  });

  it('is no call where it was refused before anything was said', () => {
    const refused = withGatewayMessage(started, {
      type: 'error',
      code: 'not-found',
      message: 'No such tenant.',
    });
    expect(refused).toMatchObject({ phase: 'idle', conversationId: '', error: { code: 'not-found' } });
  });

  it('drops a refused turn and goes on', () => {
    const talking = withGatewayMessage(started, turn(0, 'bot', 'hello'));
    const refused = withGatewayMessage(say(talking, 'a', 'x'), {
      type: 'error',
      code: 'too-large',
      message: 'Too long.',
    });
    expect(refused).toMatchObject({ phase: 'bot', pending: [], error: { code: 'too-large' } });
  });

  it.each([null, 7, 'text', [], {}, { type: 'never heard of' }, { type: 'turn' }])(
    'survives %j',
    (message) => {
      expect(() => withGatewayMessage(started, message)).not.toThrow();
    },
  );

  it('rings when its callback is due, and is a new call once I answer', () => {
    const over = withGatewayMessage(started, { type: 'status', phase: 'ended', reason: 'callback-booked' });
    const rings = withGatewayMessage(over, { type: 'ringing', conversationId: 'c-2', answerBy: 9 });
    expect(rings).toMatchObject({ phase: 'ringing', ringing: { conversationId: 'c-2' } });
    expect(withAction(rings, { type: 'answer', accept: false })).toMatchObject({
      phase: 'ended',
      endReason: 'callback-booked',
    });
    const answered = withAction(rings, { type: 'answer', accept: true });
    expect(answered).toMatchObject({ phase: 'dialling', conversationId: 'c-2', turns: [] });
  });

  it('is not changed by a sign of life, and knows when it is on hold', () => {
    const held = withGatewayMessage(started, { type: 'status', phase: 'agent', onHold: true });
    expect(held).toMatchObject({ phase: 'agent', onHold: true });
    expect(withGatewayMessage(held, { type: 'status', phase: 'agent', onHold: true, stillHere: true })).toBe(
      held,
    );
    expect(withGatewayMessage(held, { type: 'status', phase: 'agent' }).onHold).toBe(false);
  });
});
