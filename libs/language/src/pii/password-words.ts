/** Words between what announces a password and the password. */
export const copulas = new Set([
  'is',
  'was',
  's',
  'its',
  'es',
  'era',
  'est',
  'c',
  'ist',
  'lautet',
  'war',
  'e',
  'era',
  ':',
  '=',
  'seria',
  'would',
  'be',
  'called',
  'heisst',
  'foi',
  'to',
  'are',
  'son',
  'sono',
  'reads',
]);
/** Words that are said of a password and are none. */
export const notValues = new Set(
  (
    'please thanks thank bitte danke gracias merci grazie obrigado obrigada problem problema probleme andern change cambiar changer cambiare mudar trocar verloren ne just exactly what really so such another reset all some any being going about here there ' +
    'not wrong incorrect invalid expired locked blocked forgotten lost reset changed working broken the my a an too very really always never rejected required correct right gone stored saved being it that what ' +
    'no incorrecta incorrecto mal bloqueada bloqueado caducada olvidada perdida la el mi muy correcta pas incorrect bloque expire oublie perdu le mon ma trop refuse nicht falsch gesperrt abgelaufen vergessen das mein zu ' +
    'richtig non sbagliata errata bloccata scaduta dimenticata la mia troppo giusta nao errada incorreta bloqueada expirada esquecida a minha muito certa fraca forte weak strong secure secret easy hard compromised stolen hacked unknown ' +
    'something different same old new please protected leaked para de do da for to on of and or in with no longer i you we so cuando cando quando wenn si se que'
  ).split(' '),
);
