import { BotAction } from '@baton/contracts';
import { bank, newDialog } from '../testing/bank.js';
import type { DialogState } from './dialog-state.js';
import { answer, type Heard } from './reply.js';

const heard: Heard = {
  text: 'what is my balance',
  empty: false,
  intentName: 'check_balance',
  languageSupported: true,
  facts: { balance: '£1,284.50' },
  factsUnavailable: false,
};
const replyTo = (changes: Partial<Heard>, state: DialogState = newDialog()) =>
  answer(state, bank(), { ...heard, ...changes });
const asking = newDialog({ task: { intent: 'card_lost_or_stolen', values: {}, asked: 0 } });
const { replies, greeting } = bank().bot;

describe('the flow bot', () => {
  it('asks for what it needs before it answers, one thing at a time', () => {
    const first = replyTo({ intentName: 'card_lost_or_stolen', text: 'I lost my card' });
    expect(first.reply).toMatchObject({ action: BotAction.BOT_ACTION_ASKED_SLOT, slot: 'card_last4' });
    const second = replyTo({ intentName: '', text: 'four four one two' }, newDialog({ task: first.task! }));
    expect(second.task?.values).toEqual({ card_last4: '4412' });
    expect(second.reply).toMatchObject({ action: BotAction.BOT_ACTION_ASKED_SLOT, slot: 'replace' });
    const third = replyTo({ intentName: '', text: 'yes please' }, newDialog({ task: second.task! }));
    expect(third.reply).toMatchObject({
      action: BotAction.BOT_ACTION_ANSWERED,
      articleId: 'lost-or-stolen-card',
    });
    expect(third.task).toBeUndefined();
    expect(third.reply.text).not.toContain('{{');
  });

  it('asks again, and counts that, where the answer holds no value', () => {
    const again = replyTo({ intentName: '', text: 'hold on a moment' }, asking);
    expect(again).toMatchObject({ noMatch: true, task: { asked: 1 } });
    expect(again.reply).toMatchObject({ action: BotAction.BOT_ACTION_ASKED_AGAIN, slot: 'card_last4' });
  });

  it('leaves a question unanswered when the caller turns to something else', () => {
    const { reply, task } = replyTo({ intentName: 'opening_hours', text: 'when are you open' }, asking);
    expect(reply).toMatchObject({ intent: 'opening_hours', action: BotAction.BOT_ACTION_ANSWERED });
    expect(task).toBeUndefined();
  });

  it('fills in what CRM knows of the caller', () => {
    const known = newDialog({ task: { intent: 'check_balance', values: {}, asked: 0 } });
    const { reply, failed } = replyTo({ intentName: '', text: '4412' }, known);
    expect(reply.text).toContain('£1,284.50');
    expect(failed).toBe(false);
  });

  it.each([
    ['says so to the policy where CRM is to blame', true],
    ['does not blame CRM where the caller is not known', false],
  ])('%s', (_, factsUnavailable) => {
    const known = newDialog({ task: { intent: 'check_balance', values: {}, asked: 0 } });
    const { reply, failed } = replyTo({ intentName: '', text: '4412', facts: {}, factsUnavailable }, known);
    expect(failed).toBe(factsUnavailable);
    expect(reply.text).not.toContain('{{');
    expect(reply.text).not.toBe('');
  });

  it('always says that it is an AI, even in the middle of a question', () => {
    const { reply, task } = replyTo({ intentName: '~are_you_human' }, asking);
    expect(reply).toMatchObject({
      text: replies.areYouHuman['en'],
      action: BotAction.BOT_ACTION_SAID_IT_IS_AI,
    });
    expect(task).toEqual(asking.task);
  });

  it.each([
    ['~thanks', replies.thanks['en']],
    ['~goodbye', replies.goodbye['en']],
    ['~greeting', greeting['en']],
  ])('answers small talk (%s) with the pack', (intentName, text) => {
    expect(replyTo({ intentName }).reply.text).toBe(text);
  });

  it('repairs with other words each time it does not understand', () => {
    const failing = (consecutive: number) =>
      newDialog({ memory: { ...newDialog().memory, count: consecutive, consecutive } });
    const said = [0, 1, 2].map((times) => replyTo({ intentName: '' }, failing(times)).reply.text);
    const [first, second] = replies.notUnderstood['en']!;
    expect(said).toEqual([first, second, second]);
    expect(replyTo({ intentName: '' }).noMatch).toBe(true);
  });

  it('says that it heard nothing, and keeps its question', () => {
    const { reply, task } = replyTo({ empty: true, text: '', intentName: '' }, asking);
    expect(reply.text).toBe(replies.noInput['en']![0]);
    expect(task).toEqual(asking.task);
  });

  it('says which languages it speaks where it does not speak the caller’s', () => {
    expect(replyTo({ languageSupported: false }).reply).toMatchObject({
      action: BotAction.BOT_ACTION_OTHER_LANGUAGE,
      text: replies.otherLanguage['en'],
    });
  });

  it('answers in the language the caller speaks now', () => {
    expect(replyTo({ intentName: '~thanks' }, newDialog({ speaks: 'es' })).reply).toMatchObject({
      language: 'es',
      text: replies.thanks['es'],
    });
  });
});
