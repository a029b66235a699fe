import type { ClaimedLanguage } from '../types.js';
import type { NumberWord } from './number-words.js';
import { NUMBER_WORDS } from './number-words.js';

const THOUSANDS: Readonly<Partial<Record<ClaimedLanguage, readonly string[]>>> = {
  de: ['tausendund', 'tausend'],
  it: ['mila', 'mille'],
};

/** Thousands in one word: "hundertzweitausenddreihundertelf", "centoduemilatrecentoundici". */
export function thousandsIn(word: string, lang: ClaimedLanguage): NumberWord | undefined {
  if (word.length < 9) return undefined;
  const map = NUMBER_WORDS[lang];
  for (const thousand of THOUSANDS[lang] ?? []) {
    const at = word.indexOf(thousand);
    if (at < 0) continue;
    const lead = at === 0 ? 1 : below1000(map.get(word.slice(0, at)));
    const tail = word.slice(at + thousand.length);
    const rest = tail === '' ? 0 : below1000(map.get(tail));
    if (lead < 1 || rest < 0) continue;
    const value = lead * 1000 + rest;
    return { kind: 'digits', digits: String(value), value };
  }
  return undefined;
}

function below1000(word: NumberWord | undefined): number {
  return word !== undefined && 'value' in word && word.kind !== 'times' && word.value < 1000
    ? word.value
    : -1;
}
