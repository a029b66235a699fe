import type { Item } from './items.js';

const strongCues = [
  'my name is',
  'my names',
  'my name s',
  'name is',
  'the name is',
  'my full name is',
  'name on the card is',
  'name on the account is',
  'account holder is',
  'i am called',
  'call me',
  'under the name',
  'in the name of',
  'last name is',
  'first name is',
  'surname is',
  'you can call me',
  'maiden name is',
  'surname',
  'maiden name',
  'the names',
  'name was',
  'the name s',
  'names is',
  'me llamo',
  'mi nombre es',
  'se llama',
  'a nombre de',
  'mi apellido es',
  'apellido',
  'el titular es',
  'nombre y apellidos',
  'mi nombre completo es',
  'llamame',
  'el nombre es',
  'je m appelle',
  'mon nom est',
  'mon nom c est',
  'au nom de',
  'mon prenom est',
  'nom de famille',
  'le titulaire est',
  'il s appelle',
  'elle s appelle',
  'mon nom de famille est',
  'je me nomme',
  'mein name ist',
  'ich heisse',
  'ich heise',
  'auf den namen',
  'mein nachname ist',
  'mein vorname ist',
  'nachname',
  'der kontoinhaber ist',
  'name ist',
  'heisse',
  'er heisst',
  'sie heisst',
  'mein name',
  'mi chiamo',
  'il mio nome e',
  'si chiama',
  'a nome di',
  'il mio cognome e',
  'cognome',
  'intestato a',
  'il titolare e',
  'il nome e',
  'nome e cognome',
  'meu nome e',
  'o meu nome e',
  'chamo me',
  'me chamo',
  'em nome de',
  'no nome de',
  'apelido',
  'sobrenome',
  'o titular e',
  'ele chama se',
  'ela chama se',
  'meu sobrenome e',
  'o nome e',
  'nome completo',
];
const weakCues = [
  'this is',
  'i am',
  'im',
  'i m',
  'its',
  'it s',
  'speaking with',
  'speaking to',
  'talking to',
  'spoke to',
  'spoke with',
  'here is',
  'hi',
  'hello',
  'its under',
  'it s under',
  'it is under',
  'booked under',
  'registered under',
  'registered to',
  'aqui e o',
  'aqui e a',
  'fala o',
  'fala a',
  'parla il',
  'parla la',
  'sono il',
  'sono la',
  'ask for',
  'claim for',
  'behalf of',
  'down as',
  'know me as',
  'thanks',
  'regards',
  'it is',
  'signed',
  'soy',
  'habla',
  'le habla',
  'con',
  'hola',
  'es',
  'je suis',
  'c est',
  'ici',
  'bonjour',
  'ich bin',
  'hier ist',
  'hier spricht',
  'hallo',
  'das ist',
  'sono',
  'parla',
  'qui',
  'buongiorno',
  'sou',
  'sou o',
  'sou a',
  'aqui e',
  'aqui fala',
  'fala',
  'ola',
  'oi',
];
interface Cue {
  readonly words: readonly string[];
  readonly strong: boolean;
}
const index = new Map<string, Cue[]>();
for (const [list, strong] of [
  [strongCues, true],
  [weakCues, false],
] as const) {
  for (const phrase of list) {
    const words = phrase.split(' ');
    const found = index.get(words[0]!);
    if (found === undefined) index.set(words[0]!, [{ words, strong }]);
    else found.push({ words, strong });
  }
}

/** The phrase announcing a name that starts at `from`, the longest first: where it ends, and whether a name must follow. */
export function cueAt(items: readonly Item[], from: number): { to: number; strong: boolean } | undefined {
  let best: { to: number; strong: boolean } | undefined;
  for (const { words, strong } of index.get(items[from]!.text) ?? []) {
    let at = from;
    let fits = true;
    for (const word of words) {
      while (items[at]?.text === "'" || items[at]?.text === '-') at += 1;
      if (items[at]?.text !== word) {
        fits = false;
        break;
      }
      at += 1;
    }
    if (fits && (best === undefined || at > best.to || (at === best.to && strong))) best = { to: at, strong };
  }
  return best;
}
