import fc from 'fast-check';
import { assist, turnsOf } from '../testing/cases.js';
import { openQuestion, summarise } from './summary.js';

const title = (intent: string) => intent.replaceAll('_', ' ');

describe('the summary', () => {
  it('says what is wanted, why it escalated and what failed, then quotes the customer', () => {
    const state = assist({
      turns: turnsOf(
        'customer: someone is using my card',
        'bot: Sorry?',
        'customer: there are payments I never made',
      ),
      intents: ['transaction_not_recognised'],
      reasons: ['fraud', 'urgency'],
      failedAttempts: 1,
    });
    expect(summarise(state, title)).toBe(
      'Wants: transaction not recognised. Escalated for: fraud, urgency. The assistant failed 1 time. ' +
        'In their words: “someone is using my card” … “there are payments I never made”',
    );
  });

  it('is empty where nothing is known', () => {
    expect(summarise(assist(), title)).toBe('');
  });

  it('quotes the first words, the last words and what carries the case', () => {
    const turns = turnsOf(
      ...[
        'customer: my card was charged twice',
        'customer: hm',
        'customer: the charge on my card is from a hotel',
      ],
      ...['customer: well', 'customer: please give the money back'],
    );
    expect(summarise(assist({ turns }), title)).toBe(
      'In their words: “my card was charged twice” … “the charge on my card is from a hotel” … “please give the money back”',
    );
  });

  it('makes nothing up: every quote was said', () => {
    const words = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,5}$/);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (texts) => {
        const summary = summarise(
          assist({ turns: turnsOf(...texts.map((text) => `customer: ${text}`)) }),
          title,
        );
        const quotes = [...summary.matchAll(/“([^”]*)”/g)].map(([, quote]) => quote!);
        expect(quotes.length).toBe(Math.min(3, texts.length));
        expect(quotes.every((quote) => texts.includes(quote))).toBe(true);
      }),
    );
  });
});

describe('the open question', () => {
  it.each([
    [
      'what was asked last',
      ['customer: where is my card?', 'customer: I have waited for two weeks'],
      'where is my card?',
    ],
    ['else the last request', ['customer: block the card please', 'customer: ok'], 'block the card please'],
    ['else the last words', ['customer: card', 'customer: ok'], 'ok'],
    [
      'only what no person has answered',
      ['customer: where is my card?', 'agent: On its way.', 'customer: ok'],
      'ok',
    ],
    ['none where a person answered all', ['customer: where is my card?', 'agent: On its way.'], ''],
  ])('is %s', (_, lines, question) => {
    expect(openQuestion(assist({ turns: turnsOf(...lines) }))).toBe(question);
  });

  it('is cut where it is long', () => {
    expect(openQuestion(assist({ turns: turnsOf(`customer: ${'word '.repeat(100)}`) }))).toHaveLength(178);
  });
});
