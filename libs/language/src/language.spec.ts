import fc from 'fast-check';
import {
  analyzeDialogue,
  analyzeUtterance,
  classifyIntent,
  loadModels,
  NEW_DIALOGUE,
  NO_TRAJECTORY,
  startLanguage,
  trackAffect,
  trackLanguage,
  trainIntentModel,
  understandTurn,
} from './index.js';

const models = loadModels();
const say = (text: string, lang?: string) =>
  analyzeUtterance(text, { models, ...(lang === undefined ? {} : { lang }) });

describe('language', () => {
  it.each([
    ['en', 'I would like to know when my parcel will arrive'],
    ['es', 'me gustaría saber cuándo llega mi paquete'],
    ['fr', 'je voudrais savoir quand mon colis va arriver'],
    ['de', 'ich möchte wissen wann mein paket ankommt'],
    ['it', 'vorrei sapere quando arriva il mio pacco'],
    ['pt', 'gostaria de saber quando chega a minha encomenda'],
    ['uk', 'я хочу знати коли прийде моя посилка'],
    ['ja', 'いつ届きますか'],
  ])('tells %s', (code, text) => {
    expect(say(text).language.code).toBe(code);
  });

  it('says so where there is nothing to tell it from', () => {
    expect(say('12345 !!! 🙂').language).toEqual({ code: 'und', confidence: 0 });
  });

  it('keeps to the language of the conversation through a one-word turn, and follows a switch', () => {
    let tracker = startLanguage();
    for (const text of ['I want to check my balance please', 'no', 'ok'])
      tracker = trackLanguage(tracker, models.language, text);
    expect(tracker.code).toBe('en');
    tracker = trackLanguage(tracker, models.language, 'perdone, prefiero seguir en español si es posible');
    expect(tracker.code).toBe('es');
    expect(tracker.startedIn).toBe('en');
  });
});

describe('human request', () => {
  it.each([
    'can I talk to a real person please',
    'operator',
    'quiero hablar con un agente',
    'ich möchte mit einem Menschen sprechen',
  ])('hears %s', (text) => {
    expect(say(text).humanRequest.value).toBe(true);
  });

  it.each([
    'are you a robot',
    "please don't transfer me to an agent",
    'my estate agent needs a letter',
    'what is my balance',
  ])('does not take %s for one', (text) => {
    expect(say(text).humanRequest.value).toBe(false);
  });

  it('takes a zero for one only as the whole turn', () => {
    expect(say('0').humanRequest).toMatchObject({ value: true, keyed: true });
    expect(say('my code is 1 0 0 4').humanRequest.value).toBe(false);
  });
});

describe('personal data', () => {
  it('leaves no digit of a spoken card', () => {
    const { redacted, topics } = say(
      'so its four one one one um one one one one one one one one one one one one did you get that',
    );
    expect(redacted).toBe('so its [PAN] did you get that');
    expect(topics.map((topic) => topic.topic)).toContain('payment-card-data');
  });

  it('counts code points', () => {
    expect(say('🙂🙂 4111 1111 1111 1111').pii).toEqual([{ type: 'PAN', start: 3, end: 22 }]);
  });

  it('finds any Luhn-valid card however it is grouped', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 14, maxLength: 14 }),
        fc.constantFrom('', ' ', '-'),
        (rest, gap) => {
          const body = `4${rest.join('')}`;
          const check = [...Array(10).keys()].find((digit) => luhn(`${body}${digit}`))!;
          const card = `${body}${check}`.match(/.{4}/g)!.join(gap);
          expect(say(`my card is ${card}`).redacted).toBe('my card is [PAN]');
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('any input', () => {
  it('is answered with spans in order inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { pii } = say(text);
        let before = 0;
        for (const { start, end } of pii) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual([...text].length);
      }),
      { numRuns: 200 },
    );
  });

  it('takes bounded work for a 100 kB turn and still redacts its end', () => {
    const { redacted } = say(`${'four five @ calle 6 is '.repeat(4_500)} my card is 4111 1111 1111 1111`);
    expect(redacted.endsWith('[PAN]')).toBe(true);
  });

  it('survives lone surrogates and control characters', () => {
    expect(() => say('\ud800 \u0000 4111\u0007 \udfff שלום')).not.toThrow();
  });
});

describe('intents', () => {
  const intents = [
    {
      name: 'balance',
      examples: {
        en: ['what is my balance', 'how much money do I have', 'check my account balance', 'show my balance'],
      },
    },
    {
      name: 'lost_card',
      examples: {
        en: ['I lost my card', 'my card is missing', 'my card was stolen', 'I cannot find my card'],
      },
    },
  ];
  const model = trainIntentModel(intents, { seed: 7 });

  it('finds the intent, and nothing where there is none', () => {
    expect(classifyIntent(model, 'could you tell me my balance').name).toBe('balance');
    expect(classifyIntent(model, 'tell me a joke about penguins').outOfScope).toBe(true);
  });

  it('trains the same model from the same seed', () => {
    expect(trainIntentModel(intents, { seed: 7 })).toEqual(model);
  });
});

describe('dialogue', () => {
  it('counts what the bot did not understand, once', () => {
    const { turns } = analyzeDialogue(
      [
        { speaker: 'customer', text: 'I want to move my appointment', asrConfidence: 0.9 },
        { speaker: 'bot', text: "Sorry, I didn't understand that. Could you rephrase?" },
        { speaker: 'customer', text: 'I want to move my appointment', asrConfidence: 0.9 },
        { speaker: 'bot', text: 'Which day would you like?' },
        { speaker: 'customer', text: '', asrConfidence: 0 },
      ],
      { models },
    );
    expect(turns.map((turn) => turn.kind)).toEqual(['no-match', undefined, 'no-input']);
  });

  it.each([
    ['which day', 'the ninth', 'the fifth at three is that okay', 'the ninth', 'correction'],
    [
      'how can I help',
      'swimming lessons for my son',
      'the gym opens at six',
      'not the gym swimming lessons',
      'correction',
    ],
    [
      'how can I help',
      'are there any matinees',
      'our cafe serves lunch from twelve',
      'are there any matinees',
      'repeat',
    ],
    ['how can I help', 'I want a refund', 'which order is it for', 'the refund for the shoes', undefined],
    ['how can I help', 'is my flight on time', 'which flight is it', 'the two one from leeds', undefined],
  ])('"%s" — "%s" — "%s" — "%s": %s', (greeting, first, reply, second, kind) => {
    const { turns } = analyzeDialogue(
      [
        { speaker: 'bot', text: greeting },
        { speaker: 'customer', text: first, asrConfidence: 0.9 },
        { speaker: 'bot', text: reply },
        { speaker: 'customer', text: second, asrConfidence: 0.9 },
      ],
      { models, lang: 'en' },
    );
    expect(turns[1]!.kind).toBe(kind);
  });

  it('keeps a small state without the words', () => {
    const text = 'my name is Jane Doe and my card is 4111 1111 1111 1111';
    const { state } = understandTurn(NEW_DIALOGUE, { speaker: 'customer', text }, { models });
    expect(JSON.stringify(state)).not.toMatch(/jane|4111/i);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('folds affect over turns', () => {
    const angry = { polarity: -0.9, frustration: 2, confusion: 0, urgency: 0, sarcasm: false } as const;
    const calm = { polarity: 0.3, frustration: 0, confusion: 1, urgency: 0, sarcasm: false } as const;
    expect(trackAffect(trackAffect(NO_TRAJECTORY, angry), calm)).toMatchObject({
      frustrationMax: 2,
      frustratedTurns: 1,
      confusedTurns: 1,
      polarityMean: -0.3,
    });
  });
});

function luhn(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((char, at) => {
    const doubled = at % 2 === 1 ? Number(char) * 2 : Number(char);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return sum % 10 === 0;
}
