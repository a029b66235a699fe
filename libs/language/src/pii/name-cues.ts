import type { Item } from './items.js';

/** How sure a name follows: `strong` after "my name is", `medium` after "for my husband", `weak` after "it's" or "hello". */
export type NameCueStrength = 'strong' | 'medium' | 'weak';

const phrases: Readonly<Record<NameCueStrength, string>> = {
  strong:
    'my name s, name s, ' +
    'my name is, my names, my name s, name is, the name is, full name, full name is, my full name is, name on the card is, name on the account is, account holder is, account holder, cardholder is, cardholder, cardholder name, policyholder is, policyholder, i am called, i m called, ' +
    'he is called, she is called, he s called, she s called, is called, s called, was called, goes by, go by, went by, known as, know me as, under the name, under the name of, under the surname, in the name of, in the name, last name is, last name, first name is, first name, middle name, middle name is, surname is, surname s, ' +
    'surname, maiden name is, maiden name, maiden name was, the names, name was, the name s, names is, card says, name given was, married name, married name is, forename, forename is, family name, family name is, names are, name is spelled, call me, you can call me, ' +
    'down as, got me down as, listed as, listed under, filed under, registered under, registered to, booked under, its under, it s under, it is under, should be under, find it under, find me under, name to the account is, beneficiary is, payee is, payee, next of kin is, person is, ' +
    'me llamo, mi nombre es, se llama, se llamaba, a nombre de, mi apellido es, apellido, apellidos, mis apellidos son, apellido es, el titular es, la titular es, titular, nombre y apellidos, mi nombre completo es, nombre completo, llamame, llameme, el nombre es, nombre, de nombre, mi primer apellido, segundo apellido, ' +
    'me dicen, me llaman, le llaman, llaman, beneficiario es, de apellido, ' +
    'je m appelle, m appelle, mon nom est, mon nom c est, mon nom, au nom de, mon prenom est, mon prenom c est, prenom, nom de famille, nom de jeune fille, nom, le titulaire est, la titulaire est, le titulaire c est, titulaire, il s appelle, elle s appelle, s appelle, s appelait, mon nom de famille est, je me nomme, se nomme, nomme, on m appelle, beneficiaire est, ' +
    'mein name ist, mein name, ich heisse, ich heise, ich heiss, heisst, heisse, hiess, auf den namen, auf den name, lauft auf, unter dem namen, unter namen, mein nachname ist, mein vorname ist, nachname, vorname, familienname, geburtsname, nachname ist, vorname ist, der kontoinhaber ist, die kontoinhaberin ist, kontoinhaber, karteninhaber ist, karteninhaber, name ist, er heisst, sie heisst, geborene, namens, ' +
    'mi chiamo, il mio nome e, si chiama, si chiamava, a nome di, a nome, il mio cognome e, cognome e, cognome, intestato a, intestata a, intestati a, il titolare e, la titolare e, intestatario e, intestataria e, intestatario, il nome e, nome e cognome, nome, mi chiamano, ' +
    'meu nome e, o meu nome e, chamo me, me chamo, em nome de, no nome de, em nome da, em nome do, no nome da, no nome do, apelido, sobrenome, o titular e, a titular e, ele chama se, ela chama se, se chama, chama se, chamava se, chamada, chamado, meu sobrenome e, o nome e, nome completo, meu apelido e, primeiro nome, ultimo nome, me chamam, nome e, nome dela e, nome dele e',
  medium:
    'named, lady called, woman called, man called, guy called, senora llamada, senor llamado, chica llamada, chico llamado, dame nommee, monsieur nomme, nommee, donna chiamata, uomo chiamato, ich bins, ich bin s, it s me, its me, soy yo, c est moi, sono io, sou eu, insured driver, named driver, driver, passenger, ' +
    'speaking with, speaking to, talking to, spoke to, spoke with, ask for, asking for, asked for, behalf of, on behalf of, claim for, attention of, care of, regards, signed, yours sincerely, here is, this is, i am, i m, im, name of, ' +
    'pregunte por, pregunten por, preguntar por, de parte de, habla con, hable con, habla, le habla, al habla, soy, yo soy, hablar con, atencion de, en nombre de, ' +
    'je suis, moi c est, ici, de la part de, demandez, demander, vous parlez a, parler a, c est pour, parlez a, a l attention de, ' +
    'ich bin, hier ist, hier spricht, hier, fragen sie nach, fragen sie bitte nach, nach, im namen von, im auftrag von, sie sprechen mit, sprechen mit, gesprochen mit, ' +
    'sono, io sono, parla, qui, chieda di, chiedete di, chiedere di, da parte di, parlare con, per conto di, sta parlando con, parlato con, ' +
    'sou, eu sou, sou o, sou a, aqui e, aqui fala, fala, fala o, fala a, aqui e o, aqui e a, fale com, falar com, pergunte por, pergunte pela, pergunte pelo, da parte de, da parte da, da parte do, por parte de, e o, e a, falando com, falei com, quem fala e',
  weak:
    'ask, put, tell, add, contact, meet, see, call, ' +
    'its, it s, it is, that s, thats, hi, hello, hey, thanks, thank you, talking with, for, to, by, is, with, from, dear, cheers, morning, afternoon, evening, there s, and, me and, ' +
    'con, hola, es, buenas, buenos dias, para, gracias, a, por, ' +
    'c est, bonjour, bonsoir, pour, avec, merci, a, allo, oui, ' +
    'das ist, hallo, guten tag, guten morgen, mit, fur, an, von, danke, gruss gott, moin, ' +
    'e, buongiorno, buonasera, salve, con, per, ciao, grazie, da, pronto, ' +
    'ola, oi, com, para, bom dia, boa tarde, boa noite, obrigado, pela, pelo, da, do',
};

/** A phrase after which a name may stand: `to` is the item after it. */
export interface NameCue {
  readonly to: number;
  readonly strength: NameCueStrength;
}

const index = new Map<string, { readonly words: readonly string[]; readonly strength: NameCueStrength }[]>();
for (const [strength, list] of Object.entries(phrases) as [NameCueStrength, string][]) {
  for (const phrase of list.split(',')) {
    const words = phrase.trim().split(' ');
    const found = index.get(words[0]!);
    if (found === undefined) index.set(words[0]!, [{ words, strength }]);
    else found.push({ words, strength });
  }
}

const order: readonly NameCueStrength[] = ['weak', 'medium', 'strong'];

/** The longest cue that begins at an item; the strongest of those. */
export function nameCueAt(items: readonly Item[], from: number): NameCue | undefined {
  let best: NameCue | undefined;
  for (const { words, strength } of index.get(items[from]!.text) ?? []) {
    const to = phraseEnd(items, from, words);
    if (to < 0) continue;
    const isBetter =
      best === undefined ||
      to > best.to ||
      (to === best.to && order.indexOf(strength) > order.indexOf(best.strength));
    if (isBetter) best = { to, strength };
  }
  return best ?? nameThenCopula(items, from);
}

const nameNouns = new Set(
  'name names nombre nom nome prenom apellido cognome nachname vorname apelido sobrenome titular'.split(' '),
);
const nameCopulas = new Set('is es est ist e s was lautet'.split(' '));

// "the name on the policy is …", "el nombre del asegurado es …"
function nameThenCopula(items: readonly Item[], from: number): NameCue | undefined {
  if (!nameNouns.has(items[from]!.text)) return undefined;
  for (let at = from + 1; at < Math.min(items.length, from + 7); at += 1) {
    const item = items[at]!;
    if (item.kind !== 'word' && item.text !== "'") return undefined;
    if (nameCopulas.has(item.text)) return { to: at + 1, strength: 'strong' };
  }
  return undefined;
}

function phraseEnd(items: readonly Item[], from: number, words: readonly string[]): number {
  let at = from;
  for (const word of words) {
    while (at > from && (items[at]?.text === "'" || items[at]?.text === '-')) at += 1;
    if (items[at]?.text !== word) return -1;
    at += 1;
  }
  return at;
}
