import type { ClaimedLanguage } from '../types.js';

/** What a word says in a spoken number. */
export type NumberWord =
  | { readonly kind: 'digits'; readonly digits: string; readonly value: number }
  | { readonly kind: 'tens'; readonly value: number }
  | { readonly kind: 'hundred'; readonly value: number }
  | { readonly kind: 'thousand' }
  | { readonly kind: 'times'; readonly value: number };

type Words = Map<string, NumberWord>;

function words(
  units: string,
  teens: string,
  tens: string,
  extra: { hundred: string; thousand: string; double: string; triple: string },
): Words {
  const map: Words = new Map();
  units.split(' ').forEach((group, value) => {
    for (const word of group.split('/')) map.set(word, { kind: 'digits', digits: String(value), value });
  });
  teens.split(' ').forEach((group, at) => {
    for (const word of group.split('/'))
      if (word !== '-') map.set(word, { kind: 'digits', digits: String(10 + at), value: 10 + at });
  });
  tens.split(' ').forEach((group, at) => {
    for (const word of group.split('/'))
      if (word !== '-') map.set(word, { kind: 'tens', value: 20 + 10 * at });
  });
  for (const word of extra.hundred.split(' ')) map.set(word, { kind: 'hundred', value: 100 });
  for (const word of extra.thousand.split(' ')) map.set(word, { kind: 'thousand' });
  for (const word of extra.double.split(' ')) map.set(word, { kind: 'times', value: 2 });
  for (const word of extra.triple.split(' ')) map.set(word, { kind: 'times', value: 3 });
  return map;
}

const en = words(
  'zero/oh/o/nought/naught/nil/null one two three/tree four five/fife six seven eight nine/niner',
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  'twenty thirty forty/fourty fifty sixty seventy eighty ninety',
  { hundred: 'hundred', thousand: 'thousand', double: 'double', triple: 'triple treble tripple' },
);
for (const word of ['quadruple', 'quad']) en.set(word, { kind: 'times', value: 4 });

const es = words(
  'cero uno/un/una dos tres cuatro cinco seis siete ocho nueve',
  'diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve',
  'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  { hundred: 'cien ciento', thousand: 'mil', double: 'doble', triple: 'triple' },
);
'veintiuno/veintiun/veintiuna veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'
  .split(' ')
  .forEach((group, at) => {
    for (const word of group.split('/'))
      es.set(word, { kind: 'digits', digits: String(21 + at), value: 21 + at });
  });
'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'
  .split(' ')
  .forEach((word, at) => {
    es.set(word, { kind: 'hundred', value: 200 + 100 * at });
    es.set(word.replace('tos', 'tas'), { kind: 'hundred', value: 200 + 100 * at });
  });

const fr = words(
  'zero un/une deux trois quatre cinq six sept huit neuf',
  'dix onze douze treize quatorze quinze seize dixsept dixhuit dixneuf',
  'vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante',
  { hundred: 'cent cents', thousand: 'mille', double: 'double', triple: 'triple' },
);

const pt = words(
  'zero um/uma dois/duas tres quatro cinco seis/meia sete oito nove',
  'dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove',
  'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
  { hundred: 'cem cento', thousand: 'mil', double: 'duplo dobro dois-vezes', triple: 'triplo' },
);
'duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos'
  .split(' ')
  .forEach((word, at) => {
    pt.set(word, { kind: 'hundred', value: 200 + 100 * at });
  });

const de = words(
  'null eins/ein/eine zwei/zwo drei vier funf/fuenf sechs sieben acht neun',
  'zehn elf zwolf/zwoelf dreizehn vierzehn funfzehn/fuenfzehn sechzehn siebzehn achtzehn neunzehn',
  'zwanzig dreissig/dreiszig vierzig funfzig/fuenfzig sechzig siebzig achtzig neunzig',
  {
    hundred: 'hundert',
    thousand: 'tausend',
    double: 'doppel doppelt doppelte zweimal',
    triple: 'dreifach dreimal',
  },
);
for (const [word, value] of [
  ['viermal', 4],
  ['funfmal', 5],
  ['vierfach', 4],
] as const)
  de.set(word, { kind: 'times', value });
compound(de, (unit, ten) => `${unit === 'eins' ? 'ein' : unit}und${ten}`);

const it = words(
  'zero uno/un/una due tre quattro cinque sei sette otto nove',
  'dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
  'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
  { hundred: 'cento', thousand: 'mille mila', double: 'doppio doppia', triple: 'triplo tripla' },
);
compound(it, (unit, ten) => (unit === 'uno' || unit === 'otto' ? ten.slice(0, -1) : ten) + unit);
for (const word of ['due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove']) {
  const unit = it.get(word);
  if (unit?.kind === 'digits') it.set(`${word}cento`, { kind: 'hundred', value: unit.value * 100 });
}

function compound(map: Words, join: (unit: string, ten: string) => string): void {
  const all = [...map];
  for (const [ten, tens] of all) {
    if (tens.kind !== 'tens') continue;
    for (const [unit, units] of all) {
      if (units.kind !== 'digits' || units.value < 1 || units.value > 9) continue;
      const value = tens.value + units.value;
      map.set(join(unit, ten), { kind: 'digits', digits: String(value), value });
    }
  }
}
// German years and card blocks: "neunzehnhundert", "zweihundert".
for (const [word, number] of [...de]) {
  if (number.kind === 'digits' && number.value >= 1 && number.value <= 20) {
    de.set(`${word === 'eins' ? 'ein' : word}hundert`, { kind: 'hundred', value: number.value * 100 });
    if (number.value < 10)
      de.set(`${word === 'eins' ? 'ein' : word}tausend`, { kind: 'hundred', value: number.value * 1000 });
  }
}

// Years are one word in German and Italian: "neunzehnhundertneunundsiebzig", "millenovecentonovanta".
for (const [map, centuries] of [
  [de, { neunzehnhundert: 1900, zweitausend: 2000, zweitausendund: 2000 }],
  [it, { millenovecento: 1900, duemila: 2000 }],
] as const) {
  for (const [word, number] of [...map]) {
    if (number.kind !== 'digits' && number.kind !== 'tens') continue;
    if (number.value > 99) continue;
    for (const [century, base] of Object.entries(centuries)) {
      const value = base + number.value;
      map.set(century + word, { kind: 'digits', digits: String(value), value });
      // "millenovecentottanta"
      if (word.startsWith('o'))
        map.set(century.slice(0, -1) + word, { kind: 'digits', digits: String(value), value });
    }
  }
  for (const [century, base] of Object.entries(centuries))
    map.set(century, { kind: 'digits', digits: String(base), value: base });
}

// Hundreds with what follows in one word: "vierhundertelf", "duecentotre", "centottanta".
for (const [map, hundred, links] of [
  [de, 'hundert', ['', 'und']],
  [it, 'cento', ['']],
] as const) {
  const below = [...map].flatMap(([word, number]) =>
    (number.kind === 'digits' || number.kind === 'tens') && number.value > 0 && number.value < 100
      ? [[word, number.value] as const]
      : [],
  );
  const leads = [
    ['', 1] as const,
    ...below.flatMap(([word, value]) =>
      value > 9 ? [] : [[word === 'eins' ? 'ein' : word, value] as const],
    ),
  ];
  for (const [lead, times] of leads)
    for (const [word, rest] of below)
      for (const link of links) {
        const value = times * 100 + rest;
        const entry = { kind: 'digits', digits: String(value), value } as const;
        if (!map.has(lead + hundred + link + word)) map.set(lead + hundred + link + word, entry);
        if (hundred === 'cento' && word.startsWith('o')) map.set(`${lead}cent${word}`, entry);
      }
}

/** Number words by language; words are folded. */
export const NUMBER_WORDS: Readonly<Record<ClaimedLanguage, ReadonlyMap<string, NumberWord>>> = {
  en,
  es,
  fr,
  de,
  it,
  pt,
};

/** Words that stand between the two halves of a number: "cuarenta y dos". */
export const NUMBER_JOINTS: Readonly<Record<ClaimedLanguage, ReadonlySet<string>>> = {
  en: new Set(['and']),
  es: new Set(['y']),
  fr: new Set(['et']),
  de: new Set(['und']),
  it: new Set(['e']),
  pt: new Set(['e']),
};

/** What recognisers write for a digit between digits. */
export const ENGLISH_HOMOPHONES: ReadonlyMap<string, string> = new Map([
  ['to', '2'],
  ['too', '2'],
  ['for', '4'],
  ['fore', '4'],
  ['won', '1'],
  ['ate', '8'],
  ['sex', '6'],
  ['sicks', '6'],
  ['free', '3'],
  ['hate', '8'],
]);
