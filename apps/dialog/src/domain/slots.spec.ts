import type { Slot } from '@baton/packs';
import { slotValue } from './slots.js';

const digits = { name: 'card_last4', kind: 'digits', length: 4, ask: {} } as unknown as Slot;
const amount = { name: 'amount', kind: 'amount', ask: {} } as unknown as Slot;

describe('the value of a slot', () => {
  it.each([
    ['4412', 'en', '4412'],
    ['four four one two', 'en', '4412'],
    ['um it is double four, twelve', 'en', '4412'],
    ['cuatro cuatro uno dos', 'es', '4412'],
    ['cuatro cuatro uno dos', 'en', '4412'],
    ['it ends in [ACCOUNT]', 'en', '[ACCOUNT]'],
    ['four four one', 'en', undefined],
    ['I do not know', 'en', undefined],
    ['', 'en', undefined],
  ])('digits: "%s" (%s)', (text, language, value) => {
    expect(slotValue(digits, text, language)).toBe(value);
  });

  it.each([
    ['two hundred pounds', 'two hundred pounds'],
    ['£50', '£50'],
    ['which one', undefined],
  ])('an amount: "%s"', (text, value) => {
    expect(slotValue(amount, text, 'en')).toBe(value);
  });
});
