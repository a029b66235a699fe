import { yesOrNo } from './yes-no.js';

describe('a short answer', () => {
  it.each([
    'yes',
    'Yes, please.',
    'ok',
    'sure, go on',
    'Sí, por favor',
    'vale',
    'ja, bitte',
    "d'accord",
    'oui',
  ])('is a yes: %j', (text) => expect(yesOrNo(text)).toBe('yes'));

  it.each(['no', 'No, thanks!', 'not now', 'no gracias', 'nein danke', 'non merci', 'agora não'])(
    'is a no: %j',
    (text) => expect(yesOrNo(text)).toBe('no'),
  );

  it.each([
    '',
    'maybe',
    'I would rather talk about my card',
    'yes but first tell me what my balance is',
    'note that',
  ])('is neither: %j', (text) => expect(yesOrNo(text)).toBeUndefined());
});
