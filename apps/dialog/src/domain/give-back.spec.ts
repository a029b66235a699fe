import { BotReplied } from '@baton/contracts';
import { bank, bankUnderstanding, newDialog, turn } from '../testing/bank.js';
import { maxLearned } from './dialog-state.js';
import { giveBack } from './give-back.js';
import { respond } from './respond.js';

describe('a caller who is given back to the bot', () => {
  const facts = { facts: {}, unavailable: false };
  const asking = bank().bot.intents.find(({ slots }) => slots.length === 1)!;
  const hear = (state: ReturnType<typeof newDialog>) => {
    const phrase = asking.examples['en']![0]!;
    const outcome = respond('call-1', state, turn(phrase), bankUnderstanding(), facts)!;
    return outcome.events.find(({ type }) => type.type === BotReplied.type)!.data as BotReplied;
  };

  it('is answered again, and is not asked for what the human learned', () => {
    const slot = asking.slots[0]!.name;
    expect(hear(newDialog())).toMatchObject({ intent: asking.name, slot });
    const back = giveBack(newDialog({ silent: true }), { [slot]: '1234' });
    expect(back.silent).toBe(false);
    expect(hear(back)).toMatchObject({ intent: asking.name, slot: '' });
  });

  it('is not asked in the middle of a task either, and what they said themselves counts more', () => {
    const task = { intent: asking.name, values: { a: 'said' }, asked: 1 };
    expect(giveBack(newDialog({ task }), { a: 'learned', b: 'learned' }).task?.values).toEqual({
      a: 'said',
      b: 'learned',
    });
  });

  it('never makes the state grow without end', () => {
    let state = newDialog();
    for (let n = 0; n < 60; n += 1) state = giveBack(state, { [`slot_${n}`]: 'x' });
    expect(Object.keys(state.learned ?? {})).toHaveLength(maxLearned);
    expect(state.learned).toHaveProperty('slot_59');
  });
});
