/**
 * Words that, as a whole turn, ask for a person wherever a caller is in a conversation. The gateway knows them itself, so that
 * they work with every other service down (DESIGN §5.6, compliance R18); anything longer is for the language models.
 */
const plainRequests = new Set([
  ...['0', 'zero', 'agent', 'operator', 'representative', 'human'],
  ...['cero', 'agente', 'operador', 'operadora', 'humano'],
  ...['zéro', 'conseiller', 'conseillère', 'opérateur'],
  ...['null', 'mitarbeiter', 'mensch', 'berater'],
  ...['operatore', 'operatrice', 'umano'],
  ...['atendente', 'operador', 'humano'],
]);

/** Whether the whole turn is a keyed zero or one of the words everyone knows. */
export function isPlainRequestForPerson(text: string): boolean {
  return plainRequests.has(
    text
      .trim()
      .toLowerCase()
      .replace(/[.!?¡¿]+/g, ''),
  );
}
