import type { Item } from './items.js';

/** Forms of address. */
export const titles = new Set(
  'mr mrs ms miss mister missus dr doctor professor sir madam señor senor señora senora señorita senorita don doña dona sr sra srta monsieur madame mademoiselle mme mlle maitre herr frau signor signore signora signorina dottor dottore dottoressa senhor senhora doutor doutora'.split(
    ' ',
  ),
);
const stopWords = new Set(
  (
    'and i im my the a an is it its on of for to in at with from calling call but so please not just here there this that have had has was want need would like can could you your yes no ok okay um uh thanks thank account number card born phone email date ' +
    'y e soy mi el la los las un una de del en con para por que pero no si quiero necesito llamo tengo mis su por favor gracias vale numero cuenta naci ' +
    'et je j mon ma mes le les un une du des en avec pour que mais pas oui non voudrais veux appelle merci numero compte ne nee ' +
    'und ich mein meine der die das ein eine von im in mit fur aber nicht ja nein mochte will rufe bitte danke konto nummer geboren am wegen ' +
    'e io mio mia il lo i gli un uno di del in con per che ma non si voglio vorrei chiamo grazie conto numero nato nata sono ' +
    'eu meu minha o os as um uma do da em com que mas nao sim quero queria preciso ligo obrigado obrigada conta numero nasci estou sou telefono anrufe calling ringing speaking here again about buongiorno buonasera salve bonjour bonsoir guten bom boa buenos buenas hello hola hi hey spelled spelt as se escribe deletreado by today hoy ' +
    'wrong correct incorrect misspelled mal right not different old new changed falsch richtig sbagliato errado equivocado faux same also still what how when why where who ' +
    'sir madam mister miss back later tomorrow when asap now if please on at after before crazy maybe he she they we you who which died passed works lives left wants needs moved gave lost got said told does did will would could should still already really been being was were are ya murio fallecio vive trabaja quiere tiene il elle ils est etait deja mort morte habite travaille er sie wir ihr hat war lebt arbeitet gestorben schon lui lei loro ha era morto morta vive lavora gia ele ela eles tem morreu faleceu mora trabalha ja yesterday ieri ayer hier gestern ontem says said hat ist sagt dice dit diz mañana manana luego ahora cuando domani dopo plus tard demain spater morgen amanha depois'
  ).split(' '),
);
/** Small words inside names. */
export const particles = new Set(
  'van von der den de la del della di da do dos das le du el al bin ibn mac mc o san st d y e'.split(' '),
);
/** Words that follow a name and begin something else. */
export const notSurnames = new Set(
  'nascida nascido nacida nacido nata nato nee geboren born aged born'.split(' '),
);
/** Who a named person is to the caller. */
export const relations = new Set(
  (
    'husband wife son daughter mother father mum mom dad brother sister partner friend boyfriend girlfriend colleague uncle aunt cousin grandmother grandfather ' +
    'marido mujer esposa esposo hijo hija madre padre hermano hermana pareja amigo amiga novio novia mari femme fils fille mere pere frere soeur ami amie copain copine ' +
    'mann frau sohn tochter mutter vater bruder schwester partner freund freundin marito moglie figlio figlia fratello sorella compagno compagna filho filha pai mae irmao irma namorado namorada agent nachbar vecino'
  ).split(' '),
);

/** Whether a word is certainly no name. */
export function isStop(item: Item): boolean {
  return stopWords.has(item.text) || notSurnames.has(item.text);
}

/** Whether a word is written large. */
export function isCapital(item: Item): boolean {
  const first = item.raw[0]!;
  return first !== first.toLowerCase();
}
