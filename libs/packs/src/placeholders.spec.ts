import { fillText, hasBrokenPlaceholder, placeholdersIn } from './placeholders.js';

describe('placeholders', () => {
  it('are found once each', () => {
    expect(placeholdersIn('{{a}} {{ customer.card_status }} {{a}}')).toEqual(['a', 'customer.card_status']);
  });

  it('are filled with the value as it is, and missing ones are told', () => {
    expect(fillText('Card {{a}}: {{b}}.', (name) => (name === 'a' ? '$& {{b}}' : undefined))).toEqual({
      text: 'Card $& {{b}}: .',
      missing: ['b'],
    });
  });

  it.each(['{{a', '{{ }}', 'a}}', '{{a b}}', '{{a.}}'])('%s is broken', (text) => {
    expect(hasBrokenPlaceholder(text)).toBe(true);
  });

  it.each(['{{a}}', 'no braces', '{single}', '{{a.b_c}} and {{d}}'])('%s is whole', (text) => {
    expect(hasBrokenPlaceholder(text)).toBe(false);
  });
});
