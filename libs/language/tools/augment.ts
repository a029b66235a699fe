import type { LabelledText } from './corpus.js';

const FILLERS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'um',
    'uh',
    'er',
    'okay so',
    'well',
    'like',
    'yeah',
    'look',
    'hi',
    'hello',
    'right',
    'so',
    'you know',
    'i mean',
    'please',
    'thanks',
    'listen',
  ],
  es: [
    'eh',
    'este',
    'pues',
    'bueno',
    'mira',
    'oiga',
    'hola',
    'a ver',
    'o sea',
    'por favor',
    'gracias',
    'buenas',
  ],
  fr: [
    'euh',
    'bah',
    'alors',
    'bon',
    'ben',
    'bonjour',
    'écoutez',
    'du coup',
    'voilà',
    "s'il vous plaît",
    'merci',
  ],
  de: [
    'äh',
    'ähm',
    'also',
    'ja',
    'na ja',
    'hallo',
    'guten tag',
    'hören sie',
    'genau',
    'bitte',
    'danke',
    'halt',
  ],
  it: [
    'ehm',
    'allora',
    'cioè',
    'beh',
    'senta',
    'guardi',
    'buongiorno',
    'ecco',
    'per favore',
    'grazie',
    'salve',
  ],
  pt: ['hum', 'é', 'então', 'bom', 'olha', 'olá', 'tipo', 'oi', 'por favor', 'obrigado', 'bom dia'],
};

/** Speech as recognisers write it: lower case, no punctuation, fillers, now and then a lost or doubled word. */
export function spoken(text: string, lang: string, random: () => number): string {
  const fillers = FILLERS[lang] ?? FILLERS['en']!;
  const filler = (): string => fillers[Math.floor(random() * fillers.length)]!;
  const words = text
    .toLowerCase()
    .replace(/[.,!?;:¿¡"]+/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const out: string[] = [];
  if (random() < 0.45) out.push(filler());
  for (const word of words) {
    if (words.length > 6 && random() < 0.02) continue;
    out.push(word);
    if (random() < 0.03) out.push(word);
    if (random() < 0.05) out.push(filler());
  }
  if (random() < 0.2) out.push(filler());
  return out.join(' ');
}

/** Two utterances as one turn: what holds for either holds for both together. */
export function joined(first: LabelledText, second: LabelledText, random: () => number): LabelledText {
  const targets = first.targets.map((target, at) => {
    const other = second.targets[at]!;
    if (target === 1 || other === 1) return 1;
    return target === -1 || other === -1 ? -1 : 0;
  });
  const joint = random() < 0.5 ? ' ' : random() < 0.6 ? '. ' : ', ';
  return { ...first, targets, text: first.text + joint + second.text };
}
