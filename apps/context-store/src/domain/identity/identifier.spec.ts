import fc from 'fast-check';
import { identifierOf } from './identifier.js';

describe('an identifier', () => {
  it.each([
    ['phone', '+44 (20) 7946-0101', '+442079460101'],
    ['phone', '0034 910 000 155', '+34910000155'],
    ['email', '  Luis.Herrera@Example.COM ', 'luis.herrera@example.com'],
  ])('has one spelling: %s %s', (kind, written, value) => {
    expect(identifierOf(kind, written)).toEqual({ ok: true, value: { kind, value } });
  });

  it.each([
    ['phone', '020 7946 0101', 'not-a-phone-number'],
    ['phone', '', 'not-a-phone-number'],
    ['phone', '+1234567890123456', 'not-a-phone-number'],
    ['email', 'somebody', 'not-an-email-address'],
    ['email', 'a@b@example.com', 'not-an-email-address'],
    ['email', `${'a'.repeat(250)}@example.com`, 'not-an-email-address'],
    ['name', 'Luis Herrera', 'unknown-kind'],
  ])('is refused where it is none: %s %s', (kind, written, fault) => {
    expect(identifierOf(kind, written)).toEqual({ ok: false, error: fault });
  });

  it('is its own spelling', () => {
    fc.assert(
      fc.property(fc.constantFrom('phone', 'email'), fc.string(), (kind, text) => {
        const once = identifierOf(kind, text);
        if (once.ok) expect(identifierOf(kind, once.value.value)).toEqual(once);
      }),
    );
  });
});
