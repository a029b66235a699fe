import type { NameRun } from './name-run.js';
import type { Scan } from './scan.js';

const tails: readonly (readonly string[])[] = [
  'here',
  'speaking',
  'calling',
  'ringing',
  'phoning',
  'on the line',
  'on the phone',
  's name',
  's account',
  'is my name',
  'c est mon prenom',
  'es mi nombre',
  'ist mein vorname',
  'e il mio cognome',
  'is the name',
  'le habla',
  'al habla',
  'al aparato',
  'al telefono',
  'es mi nombre',
  'me llamo',
  'a l appareil',
  'au telephone',
  'a l appareil',
  'je m appelle',
  'c est mon nom',
  'am apparat',
  'mein name',
  'ist mein name',
  'hier',
  'am telefon',
  'heisse ich',
  'heiss ich',
  'all apparecchio',
  'al telefono',
  'mi chiamo',
  'e il mio nome',
  'que fala',
  'quem fala',
  'falando',
  'ao telefone',
  'que habla',
  'quien habla',
  'e o meu nome',
  'e meu nome',
  'e que fala',
  'je suis',
].map((tail) => tail.split(' '));
const tailsByFirst = new Map<string, (readonly string[])[]>();
for (const tail of tails) tailsByFirst.set(tail[0]!, [...(tailsByFirst.get(tail[0]!) ?? []), tail]);
const openers = new Set(
  'hi hello hey yes yeah good morning afternoon evening this is it its s um uh er so well no okay hola buenas buenos dias tardes noches si bonjour bonsoir oui allo euh c est hallo guten tag morgen abend ja also moin buongiorno buonasera pronto salve ola oi bom dia boa tarde noite sim e a o ici la le el the'.split(
    ' ',
  ),
);

/** A name that what follows it gives away: "bronagh kinsella here", "… am apparat", "in anoushka's name". */
export function saysItself(scan: Scan, run: NameRun | undefined): NameRun | undefined {
  if (run === undefined || run.words[0] === 'ordinary' || run.words[0] === 'inflected') return undefined;
  const tail = tailAt(scan, run.to);
  if (tail === undefined) return undefined;
  const isGiven = run.words.includes('given');
  if (tail[0] === 's') return isGiven || run.words[0] === 'unknown' ? run : undefined;
  if (isGiven && run.words[0] !== 'maybe-given') return run;
  return isOpening(scan, run.from) &&
    run.words.some((word) => word !== 'maybe-surname' && word !== 'maybe-given' && word !== 'ordinary')
    ? run
    : undefined;
}

function tailAt(scan: Scan, from: number): readonly string[] | undefined {
  let first = from;
  while (scan.items[first]?.text === "'" || scan.items[first]?.text === ',') first += 1;
  return tailsByFirst.get(scan.items[first]?.text ?? '')?.find((tail) => {
    let at = first;
    for (const word of tail) {
      while (scan.items[at]?.text === "'" || scan.items[at]?.text === ',') at += 1;
      if (scan.items[at]?.text !== word) return false;
      at += 1;
    }
    return true;
  });
}

function isOpening(scan: Scan, from: number): boolean {
  if (from > 6) return false;
  for (let at = 0; at < from; at += 1)
    if (scan.items[at]!.kind !== 'mark' && !openers.has(scan.items[at]!.text)) return false;
  return true;
}
