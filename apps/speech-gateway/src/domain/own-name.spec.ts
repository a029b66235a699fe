import { findPii, redact } from '@baton/language';
import { withoutOwnName } from './own-name.js';

const said = (text: string, language: 'en' | 'es' | 'de' = 'en') =>
  redact(text, withoutOwnName(text, findPii(text, language)));

describe('what an agent says', () => {
  it('keeps the name they introduce themselves with', () => {
    expect(said('Hello, this is Amira.')).toBe('Hello, this is Amira.');
    expect(said('guten tag mein name ist Jonas Weber', 'de')).toBe('guten tag mein name ist Jonas Weber');
    expect(said('hola soy Lucía', 'es')).toBe('hola soy Lucía');
  });

  it('keeps nobody else’s', () => {
    expect(said('thank you mister Blake')).not.toContain('Blake');
  });

  it('keeps nothing else that is personal', () => {
    expect(said('this is Amira and your card is 4111 1111 1111 1111')).toBe(
      'this is Amira and your card is [PAN]',
    );
  });
});
