import { bankUnderstanding, newDialog, turn } from '../testing/bank.js';
import type { DialogState } from './dialog-state.js';
import { understand } from './understand.js';

const hear = (text: string, state: DialogState = newDialog(), changes = {}) =>
  understand(state, turn(text, 3, changes), bankUnderstanding());
const offered = newDialog({ offers: { made: 1, declined: 0, open: true, turnsSinceDecline: -1 } });

describe('a customer turn', () => {
  it('has an intent of the pack', () => {
    const { event } = hear('could you tell me my balance please');
    expect(event.intent).toMatchObject({ name: 'check_balance', outOfScope: false, repeats: 0 });
    expect(event.language).toMatchObject({ code: 'en', supported: true, switched: false });
  });

  it('is out of scope where no intent fits', () => {
    expect(hear('can you tell me a good recipe for lasagna').event.intent).toMatchObject({
      name: '',
      confidence: 0,
      outOfScope: true,
    });
  });

  it('counts how often the same thing was asked before', () => {
    const once = hear('could you tell me my balance please').state;
    expect(hear('what is my balance', once).event.intent).toMatchObject({
      name: 'check_balance',
      repeats: 1,
    });
  });

  it('asks for a person, and the requests are counted', () => {
    const first = hear('let me speak to a human being');
    expect(first.event.humanRequest).toMatchObject({ value: true, count: 1 });
    expect(hear('get me a real person now', first.state).event.humanRequest).toMatchObject({ count: 2 });
    expect(hear('0').event.humanRequest).toMatchObject({ value: true, keyed: true });
  });

  it('is silence where the caller said nothing', () => {
    const { event } = hear('', newDialog(), { asrConfidence: 0 });
    expect(event).toMatchObject({
      empty: true,
      misunderstanding: { misunderstood: true, kind: 'no-input', noInputs: 1 },
    });
  });

  it('is taken in the language the caller changes to', () => {
    const { event, state } = hear('hola, quiero consultar el saldo de mi cuenta por favor');
    expect(event.language).toMatchObject({ code: 'es', supported: true, switched: true });
    expect(state.speaks).toBe('es');
  });

  it('shows that a card number was taken away before anyone read it', () => {
    const { event } = hear('my card number is [PAN]', newDialog(), { redactedTypes: ['PAN'] });
    expect(event.topics).toContainEqual(expect.objectContaining({ topic: 'payment-card-data' }));
  });

  it('answers what the bot asked, whatever else its words could mean', () => {
    const asking = newDialog({ task: { intent: 'card_lost_or_stolen', values: {}, asked: 0 } });
    const { intentName, event } = hear('4412', asking);
    expect(intentName).toBe('card_lost_or_stolen');
    expect(event.intent).toMatchObject({ confidence: 1, repeats: 0 });
  });

  it('keeps no words', () => {
    const { state } = hear('my mother maiden name is Featherstonehaugh');
    expect(JSON.stringify(state)).not.toMatch(/Featherstonehaugh/i);
  });
});

describe('an offer of a person', () => {
  it('is taken by a yes', () => {
    const { event, state } = hear('yes please', offered);
    expect(event.humanRequest).toMatchObject({ value: true, score: 1 });
    expect(state.offers).toMatchObject({ open: false, declined: 0 });
  });

  it('is declined by a no, and the turns since then are counted', () => {
    const declined = hear('no thanks', offered);
    expect(declined.event).toMatchObject({ offersMade: 1, offersDeclined: 1, turnsSinceDecline: 0 });
    expect(declined.event.humanRequest).toMatchObject({ value: false });
    expect(hear('what is my balance', declined.state).event.turnsSinceDecline).toBe(1);
  });

  it('lapses where the caller goes on with something else', () => {
    const { event, state } = hear('what is my balance', offered);
    expect(event).toMatchObject({ offersDeclined: 0, turnsSinceDecline: -1 });
    expect(state.offers.open).toBe(false);
  });
});
