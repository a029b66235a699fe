import type { Item } from './items.js';
import { nameRun } from './name-run.js';
import { isCapital, nameWord } from './name-words.js';
import type { Scan } from './scan.js';

const titles = new Set(
  (
    'mr mrs ms miss mister missus mx dr doctor prof professor reverend sister father lady lord sir dame baroness captain colonel ' +
    'senor senora señor señora senorita don doña dona sr sra srta doctora licenciado ' +
    'monsieur madame mademoiselle mme mlle maitre docteur herr herrn frau fraulein signor signore signora signorina dottor dottore dottoressa avvocato ingegner senhor senhora doutor doutora dom'
  ).split(' '),
);
// Titles that are as often the word for a relative or a form of address.
const loose = new Set(
  'sister father lady lord sir dame captain don miss frau mister senor senora senorita monsieur madame signora signore senhor senhora'.split(
    ' ',
  ),
);
const owners = new Set(
  'my your his her our their a an the mi su tu una un ma sa une mon votre son leur meine seine ihre eine einen unsere mia sua minha uma nossa mio suo il la el o seu um'.split(
    ' ',
  ),
);

const pairs = new Set('and y et und e'.split(' '));

/** Whether a word is a title that a name may follow. */
export function isTitle(item: Item): boolean {
  return titles.has(item.text);
}

/** End of the name that a title begins, title included, as in "mrs p t blenkinsop"; −1 where none follows. */
export function titledName(scan: Scan, at: number): number {
  const { items } = scan;
  let next = items[at + 1]?.text === '.' ? at + 2 : at + 1;
  next = skipInitials(items, next);
  if (items[next] !== undefined && titles.has(items[next]!.text) && next === at + 1) {
    const nested = titledName(scan, next);
    if (nested > 0) return nested;
  }
  // "mr and mrs halloran"
  if (pairs.has(items[next]?.text ?? '') && titles.has(items[next + 1]?.text ?? ''))
    return titledName(scan, next + 1);
  const run = nameRun(scan, next, true);
  if (run === undefined) return -1;
  const [first] = run.words;
  // "my doctor says", "meine frau hat": a person's place, not a title.
  // "el señor Ochoa"
  if (first === 'inflected' && isCapital(items[next]!) && scan.lang !== 'de') return run.to;
  if (first === 'ordinary' || first === 'inflected')
    return isCapital(items[next]!) && scan.lang !== 'de' && isCapital(items[at]!) ? run.to : -1;
  if (
    owners.has(items[at - 1]?.text ?? '') &&
    first !== 'given' &&
    first !== 'surname' &&
    !isCapital(items[next]!)
  )
    return scan.lang === 'it' || scan.lang === 'es' || scan.lang === 'pt'
      ? run.endsThere
        ? run.to
        : -1
      : -1;
  if (
    loose.has(items[at]!.text) &&
    (first === 'maybe-given' || first === 'unknown') &&
    !run.endsThere &&
    run.words.length === 1
  )
    return isCapital(items[next]!) ? run.to : -1;
  return run.to;
}

function skipInitials(items: readonly Item[], from: number): number {
  let at = from;
  while (
    at - from < 6 &&
    items[at]?.kind === 'word' &&
    items[at]!.text.length === 1 &&
    items[at + 1] !== undefined
  )
    at += items[at + 1]!.text === '.' ? 2 : 1;
  const isOneWord = at - from === 1 && /^[aeioy]$/.test(items[from]!.text);
  const item = items[at];
  if (item === undefined || item.text.length < 3 || isOneWord) return from;
  return nameWord(item) === 'stop' ? from : at;
}
