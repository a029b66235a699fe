import fc from 'fast-check';
import { BotAction, BotMode, BotReplied, TurnUnderstood } from '@baton/contracts';
import { bankUnderstanding, newDialog, turn } from '../testing/bank.js';
import type { DialogState } from './dialog-state.js';
import { respond } from './respond.js';

const facts = { facts: { balance: '£10.00' }, unavailable: false };
const hear = (text: string, state: DialogState = newDialog(), turnIndex = 3) =>
  respond('call-1', state, turn(text, turnIndex), bankUnderstanding(), facts);
type Responded = ReturnType<typeof hear>;
const names = (outcome: Responded) => outcome!.events.map(({ type }) => type.type.split('.').at(-1));
const reply = (outcome: Responded) =>
  outcome!.events.find(({ type }) => type.type === BotReplied.type)!.data as BotReplied;
const meaning = (outcome: Responded) =>
  outcome!.events.find(({ type }) => type.type === TurnUnderstood.type)!.data as TurnUnderstood;

describe('a customer turn', () => {
  it('is understood and answered', () => {
    const answered = hear('when are you open');
    expect(names(answered)).toEqual(['TurnUnderstood', 'BotReplied']);
    expect(reply(answered)).toMatchObject({ turnIndex: 3, intent: 'opening_hours', language: 'en' });
  });

  it('is only understood while a person is fetched or talks', () => {
    expect(names(hear('when are you open', newDialog({ silent: true })))).toEqual(['TurnUnderstood']);
  });

  it('is only understood where another bot speaks', () => {
    const external = newDialog({ botMode: BotMode.BOT_MODE_EXTERNAL });
    expect(names(hear('when are you open', external))).toEqual(['TurnUnderstood']);
  });

  it('counts as misunderstood as soon as our own bot finds no answer', () => {
    const failed = hear('can you tell me a good recipe for lasagna');
    expect(reply(failed).action).toBe(BotAction.BOT_ACTION_ASKED_AGAIN);
    expect(meaning(failed).misunderstanding).toMatchObject({
      misunderstood: true,
      kind: 'no-match',
      count: 1,
      consecutive: 1,
    });
    const again = hear('what will the weather be like in Paris tomorrow', failed!.state, 5);
    expect(meaning(again).misunderstanding).toMatchObject({ count: 2, consecutive: 2 });
    expect(reply(again).text).not.toBe(reply(failed).text);
    const better = hear('when are you open', again!.state, 7);
    expect(meaning(better).misunderstanding).toMatchObject({
      misunderstood: false,
      count: 2,
      consecutive: 0,
    });
  });

  it('is not answered twice', () => {
    const first = hear('when are you open')!;
    expect(hear('when are you open', first.state)).toBeUndefined();
    expect(hear('when are you open', first.state, 1)).toBeUndefined();
  });

  it('always gets a sentence the caller can hear, and a state that can be stored', () => {
    const said = fc.constantFrom(
      ...['what is my balance', 'I lost my card', '4412', 'yes', 'no', '', 'thanks', 'are you human', 'bye'],
      ...['no that is wrong', 'hola necesito ayuda', 'wie ist mein Kontostand', '[PAN]', 'x'.repeat(500)],
    );
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), (texts) => {
        let state = newDialog();
        texts.forEach((text, position) => {
          const outcome = hear(text, state, position * 2 + 3)!;
          expect(reply(outcome).text.trim()).not.toBe('');
          expect(reply(outcome).text).not.toContain('{{');
          expect(JSON.parse(JSON.stringify(outcome.state))).toEqual(outcome.state);
          state = outcome.state;
        });
      }),
      { numRuns: 25 },
    );
  });
});
