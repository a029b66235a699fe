import type { FeatureExtractor } from '../features/extract.js';
import type { Token } from '../text/tokens.js';
import { CLAIMED_LANGUAGES } from '../types.js';

/** Hashes that stand for what a turn says. */
export interface Signature {
  readonly hashes: readonly number[];
  readonly subjects: readonly number[];
}

const MAX = 48;
const MAX_TOKENS = 80;
// Words that frame what is said without being it: articles, pronouns, fillers, and "I said I want".
const stop = new Set(
  (
    'said say saying told asking ask asked wanted again what whats how which when where who not no yes ok okay if me be been just only thanks thank hello hi ' +
    'there here some any get got give now then but pero mais aber ma mas ' +
    'quiero quisiera quería queria dije digo he dicho pregunto cual que qué como sí si solo ya gracias hola pues eh lo más ' +
    'voudrais veux dis dit demande quel quelle quoi oui non pas ne juste merci bonjour ben euh ça ca ai suis ' +
    'will möchte mochte wollte sagte gesagt habe hab frage was wie welche welcher nur ja nein nicht bitte danke hallo also äh bin mal doch ' +
    'voglio vorrei volevo detto dico chiedo quale cosa come sì solo grazie ciao ehm sono ' +
    'quero queria disse digo pergunto qual quê só sim não nao obrigado obrigada olá oi então é ' +
    'i you he she it we they me my your the a an to of in on at for is are am be was do does did have has had that this and or so um uh er well ' +
    'please just like can could would will want need id im its el la los las un una de en que y o se lo por para con es yo mi me su le ' +
    'le les des du au aux un une et ou je j m mon ma mes vous est ce c que qui dans sur pour avec der die das ein eine einen und oder ich mir mich ' +
    'mein meine sie ist in im zu auf fur mit il lo gli i un uno di a da e o mi mio mia che per con ho o os as um uma do da no na eu meu minha e'
  ).split(' '),
);

/** The signature of a tokenised text. */
export function signatureOf(extractor: FeatureExtractor, tokens: readonly Token[], lang: string): Signature {
  const language = Math.max(0, (CLAIMED_LANGUAGES as readonly string[]).indexOf(lang));
  const hashes = new Set<number>();
  const subjects = new Set<number>();
  const words = extractor.words(tokens);
  for (let at = 0; at < Math.min(tokens.length, MAX_TOKENS); at += 1) {
    const [word, token] = [words[at]!, tokens[at]!];
    for (const concept of word.concepts[language]!) if (extractor.isSubject(concept)) subjects.add(concept);
    if (!stop.has(word.folded)) hashes.add(stemHash(word.folded, token.isNumber ? token.raw : ''));
  }
  return { hashes: [...hashes].slice(0, MAX).sort((a, b) => a - b), subjects: [...subjects] };
}

/** Share of the smaller of two sets that the other also has (overlap), tempered by their sizes (Jaccard). */
export function similarity(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const other = new Set(b);
  const common = a.filter((hash) => other.has(hash)).length;
  return (common / Math.min(a.length, b.length) + common / (a.length + b.length - common)) / 2;
}

// Words that differ only in their ending count as the same ("cancel", "cancelling"); short ones must agree ("fifty", "fifteen").
function stemHash(word: string, digits: string): number {
  const stem = digits === '' ? word.slice(0, 5) : digits;
  let hash = 0x811c9dc5;
  for (let at = 0; at < stem.length; at += 1) hash = Math.imul(hash ^ stem.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
