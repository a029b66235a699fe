import type { Pack } from '@baton/packs';
import { seededRandom } from '../backtest/synthetic-callers.js';

/** One thing a caller says. */
export interface Utterance {
  readonly text: string;
  readonly lang: string;
  readonly asrConfidence: number;
  /** A new caller begins here. */
  readonly first: boolean;
}

const SEED = 5;
const TURNS_A_CALL = 4;
/** How many of the pack's phrases a turn is made of: mostly one, sometimes a caller who tells a story. */
const PHRASES = [1, 1, 1, 1, 2, 2, 3, 6];

const AROUND: Readonly<Record<string, readonly string[]>> = {
  en: [
    'uh hello',
    'so I was wondering',
    'this is the second time I call',
    'my number is double five one oh two seven',
    'no that is not what I said',
    'please hurry',
    'can I talk to a real person',
    'thank you',
  ],
  es: [
    'eh hola',
    'a ver',
    'ya es la segunda vez que llamo',
    'mi número es seis cero cero uno dos',
    'no, no he dicho eso',
    'es urgente',
    'quiero hablar con una persona',
    'gracias',
  ],
  fr: [
    'euh bonjour',
    'alors voilà',
    "c'est la deuxième fois que j'appelle",
    'mon numéro est zéro six douze trente',
    "non ce n'est pas ce que j'ai dit",
    "c'est urgent",
    'je veux parler à quelqu’un',
    'merci',
  ],
  de: [
    'äh hallo',
    'also ich wollte fragen',
    'ich rufe jetzt zum zweiten Mal an',
    'meine Nummer ist null eins sieben drei vier',
    'nein das habe ich nicht gesagt',
    'es ist dringend',
    'ich möchte mit einem Menschen sprechen',
    'danke',
  ],
  it: [
    'ehm buongiorno',
    'allora',
    'è la seconda volta che chiamo',
    'il mio numero è tre quattro sette zero',
    'no non ho detto questo',
    'è urgente',
    'vorrei parlare con una persona',
    'grazie',
  ],
  pt: [
    'hum bom dia',
    'então',
    'é a segunda vez que ligo',
    'o meu número é nove um dois três',
    'não, não foi isso que eu disse',
    'é urgente',
    'quero falar com uma pessoa',
    'obrigado',
  ],
};

/** Utterances made of the pack's example phrases in all its languages: each different, short and long, as a recogniser writes them. */
export function decideUtterances(pack: Pack, count: number): Utterance[] {
  const random = seededRandom(SEED);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const phrases = new Map(
    pack.languages.map((lang) => [lang, pack.bot.intents.flatMap(({ examples }) => examples[lang] ?? [])]),
  );
  let lang = pack.languages[0]!;
  return Array.from({ length: count }, (_, index) => {
    const first = index % TURNS_A_CALL === 0;
    if (first) lang = pick(pack.languages);
    const said = Array.from({ length: pick(PHRASES) }, () => pick(phrases.get(lang)!));
    const around = AROUND[lang] ?? AROUND['en']!;
    const parts = [
      ...(random() < 0.6 ? [pick(around)] : []),
      ...said,
      ...(random() < 0.3 ? [pick(around)] : []),
    ];
    // A running number keeps every text different, so that nothing remembered from one helps with another.
    const text = random() < 0.05 ? pick(around) : `${parts.join(' ')} ${index}`;
    return { text, lang, asrConfidence: 0.6 + random() * 0.4, first };
  });
}
