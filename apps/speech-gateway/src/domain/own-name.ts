import type { PiiSpan } from '@baton/language';

/** What people say before their own name, in the languages Baton claims. */
const introduction =
  /(?:^|[^\p{L}])(?:this is|it(?:'|’| i)s|my name(?:'|’| i)s|i(?:'|’| a)m|you(?:'|’| a)re speaking (?:to|with)|soy|me llamo|mi nombre es|le atiende|je suis|je m(?:'|’)appelle|mon nom est|ich bin|mein name ist|hier (?:ist|spricht)|sono|mi chiamo|il mio nome è|sou(?: [oa])?|chamo-me|me chamo|o meu nome é|aqui é(?: [oa])?)\s+$/iu;

/** The name an agent introduces themselves with is for the caller to hear; whatever else is personal is not for the record. */
export function withoutOwnName(text: string, spans: readonly PiiSpan[]): PiiSpan[] {
  const characters = [...text];
  return spans.filter(
    ({ type, start }) => type !== 'NAME' || !introduction.test(characters.slice(0, start).join('')),
  );
}
