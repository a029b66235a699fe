import { callWithBot } from '../testing/calls.js';
import { maxKnownCommands } from './call.js';
import { remember, turnOf } from './said-by.js';

const spoke = callWithBot({ nextTurnIndex: 4 });

describe('a command that is sent again', () => {
  it('is answered with the turn it became', () => {
    const outcome = { call: { ...spoke, nextTurnIndex: 5 }, events: [] };
    const once = remember(spoke, outcome, 'c-1').call;
    expect(turnOf(once, 'c-1')).toBe(4);
    expect(turnOf(once, 'c-2')).toBe(-1);
  });

  it('is answered with none where it was dropped', () => {
    expect(turnOf(remember(spoke, { call: spoke, events: [] }, 'c-1').call, 'c-1')).toBe(-1);
  });

  it('is known while it is new', () => {
    let call = spoke;
    for (let at = 0; at <= maxKnownCommands; at += 1)
      call = remember(
        call,
        { call: { ...call, nextTurnIndex: call.nextTurnIndex + 1 }, events: [] },
        `c-${at}`,
      ).call;
    expect(call.saidBy).toHaveLength(maxKnownCommands);
    expect(turnOf(call, 'c-0')).toBe(-1);
    expect(turnOf(call, 'c-1')).toBe(5);
  });
});
