/** Short answers, as callers give them. Anything longer than four words is not a plain yes or no. */
const yes = new Set(
  'yes|yeah|yep|yup|sure|ok|okay|please|yes please|go ahead|sounds good|of course|sí|si|claro|vale|por favor|sí por favor|de acuerdo|oui|d’accord|bien sûr|s’il vous plaît|oui s’il vous plaît|ja|gerne|ja bitte|natürlich|sì|certo|va bene|sì grazie|sim|pode ser|sim por favor|com certeza'.split(
    '|',
  ),
);
const no = new Set(
  'no|nope|nah|no thanks|no thank you|not now|no need|no gracias|ahora no|no hace falta|non|non merci|pas maintenant|nein|nein danke|nicht nötig|no grazie|non ora|não|não obrigado|não obrigada|agora não'.split(
    '|',
  ),
);

/** `yes`, `no`, or undefined where the turn is neither. */
export function yesOrNo(text: string): 'yes' | 'no' | undefined {
  const plain = text
    .toLowerCase()
    .replace(/[.,!?¡¿;:"]/g, ' ')
    .replace(/'/g, '’')
    .replace(/\s+/g, ' ')
    .trim();
  if (yes.has(plain)) return 'yes';
  if (no.has(plain)) return 'no';
  const [first = '', ...rest] = plain.split(' ');
  if (rest.length > 3) return undefined;
  if (no.has(first)) return 'no';
  return yes.has(first) ? 'yes' : undefined;
}
