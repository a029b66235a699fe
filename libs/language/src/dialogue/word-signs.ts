import type { Models } from '../models/models.js';
import type { Token } from '../text/tokens.js';
import type { ClaimedLanguage } from '../types.js';
import { CLAIMED_LANGUAGES } from '../types.js';

// A question is short, or its end is what asks.
const MAX_READ_BACK = 200;

const QUESTION_WORDS: Readonly<Record<ClaimedLanguage, ReadonlySet<string>>> = {
  en: new Set(['which', 'what', 'whats', 'when', 'where', 'who', 'how']),
  es: new Set(['que', 'cual', 'cuales', 'cuando', 'donde', 'quien', 'cuanto', 'cuanta', 'como']),
  fr: new Set(['quel', 'quelle', 'quels', 'quelles', 'quand', 'ou', 'qui', 'combien', 'comment']),
  de: new Set(['welche', 'welcher', 'welches', 'welchen', 'was', 'wann', 'wo', 'wer', 'wie']),
  it: new Set(['quale', 'quali', 'qual', 'quando', 'dove', 'chi', 'quanto', 'quanti', 'come', 'che']),
  pt: new Set(['qual', 'quais', 'quando', 'onde', 'quem', 'quanto', 'como', 'que']),
};

/** Whether a question asks for something ("which month?") rather than about it ("is that right?"). */
export function asksFor(models: Models, tokens: readonly Token[], lang: string): boolean {
  const language = Math.max(0, (CLAIMED_LANGUAGES as readonly string[]).indexOf(lang));
  const asking = QUESTION_WORDS[CLAIMED_LANGUAGES[language]!];
  return models.extractor.words(tokens).some(({ folded }) => asking.has(folded));
}

/** Whether a text denies anything. */
export function deniesIn(models: Models, tokens: readonly Token[], lang: string): boolean {
  const language = Math.max(0, (CLAIMED_LANGUAGES as readonly string[]).indexOf(lang));
  return models.extractor
    .words(tokens)
    .some(({ concepts }) => concepts[language]!.some((concept) => models.extractor.isNegation(concept)));
}

/** Whether a text begins with a yes. */
export function affirms(models: Models, tokens: readonly Token[], lang: string): boolean {
  const language = Math.max(0, (CLAIMED_LANGUAGES as readonly string[]).indexOf(lang));
  const first = tokens[0];
  if (first === undefined) return false;
  const { extractor } = models;
  return extractor
    .word(first.raw, first.isNumber)
    .concepts[language]!.some((concept) => extractor.isAnswer(concept) && !extractor.isNegation(concept));
}

const READ_BACK: Readonly<Record<ClaimedLanguage, RegExp>> = {
  en: /\b(right|correct|okay|ok|yes|confirm)\W*$|\b(is that|that's) (right|correct|it)\b/u,
  es: /\b(correcto|verdad|cierto|bien|confirma|así|asi)\W*$|\bes (correcto|así|asi)\b/u,
  fr: /(c'est (bien )?(ça|ca|cela|exact|correct)|exact|correct|d'accord|n'est-ce pas)\W*$|\bc'est bien\b/u,
  de: /\b(richtig|korrekt|stimmt das|stimmts|stimmt|ja)\W*$|\bist das (richtig|korrekt)\b/u,
  it: /\b(giusto|corretto|esatto|vero|conferma)\W*$|\bè (giusto|corretto)\b/u,
  pt: /\b(certo|correto|correcto|confirma|isso|verdade)\W*$|\b(está|é) (certo|correto|correcto|isso)\b/u,
};

/** Whether the bot reads back what it took up ("fifty pounds, is that right?"). */
export function readsBack(text: string, lang: string): boolean {
  const language = CLAIMED_LANGUAGES.find((one) => one === lang) ?? 'en';
  return READ_BACK[language].test(text.slice(-MAX_READ_BACK).toLowerCase());
}

/** Whether a text begins with a no, or sets "not" before what it denies: "no, the other one", "not the gym". */
export function beginsWithNo(models: Models, tokens: readonly Token[], lang: string): boolean {
  return tokens.length > 1 && deniesIn(models, tokens.slice(0, 2), lang);
}
