import { NAME_STOPS } from './lexicon/name-stops.js';
import { copulas, notValues } from './password-words.js';
import type { Scan } from './scan.js';
import { take } from './scan.js';

const between = new Set(
  ", ' my the is s that it thats its es mi la el c est mon ma le ist mein das mia e a minha o eso esa questa essa".split(
    ' ',
  ),
);
const notBefore = new Set(
  'name word password code nombre palabra nom mot wort nome parola palavra'.split(' '),
);

/** Takes a password that is said before what announces it: "bluebird is my password". */
export function takeValueBefore(
  scan: Scan,
  cue: { readonly cue: string; readonly from: number; readonly to: number },
): boolean {
  const { items } = scan;
  const next = items[cue.to];
  if (
    cue.cue !== 'password' ||
    (next !== undefined && next.kind !== 'mark') ||
    next?.text === '?' ||
    next?.text === "'"
  )
    return false;
  let at = cue.from;
  let isCopula = false;
  while (at > 0 && cue.from - at < 7 && between.has(items[at - 1]!.text)) {
    at -= 1;
    isCopula ||= copulas.has(items[at]!.text);
  }
  const word = items[at - 1];
  if (!isCopula || word?.kind !== 'word' || word.text.length < 4 || scan.taken[at - 1] === 1) return false;
  if (notValues.has(word.text) || notBefore.has(word.text) || NAME_STOPS.has(word.text)) return false;
  const before = items[at - 2];
  const isAlone = before === undefined || before.kind === 'mark' || between.has(before.text);
  return isAlone && take(scan, 'PASSWORD', at - 1, at);
}
