import { readFileSync } from 'node:fs';
import { parseMarked } from '../testing/marked.js';
import type { ClaimedLanguage } from '../types.js';
import { CLAIMED_LANGUAGES } from '../types.js';
import { findPii } from './find-pii.js';

interface Line {
  readonly lang: ClaimedLanguage;
  readonly text: string;
  readonly spans: readonly { readonly type: string; readonly start: number; readonly end: number }[];
}
const lines = (name: string): Line[] =>
  readFileSync(new URL(`../../dev/pii/${name}.marked`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' | ') && !line.startsWith('#'))
    .map((line) => ({ lang: line.slice(0, 2) as ClaimedLanguage, ...parseMarked(line.slice(5)) }));
const sets = { voices: lines('voices'), unseen: lines('unseen') };
const isOfCard = (type: string): boolean => type === 'PAN' || type === 'CVV';

/** How many of the marked values were found, first to last character. */
function shareFound(of: readonly Line[], wanted: (type: string) => boolean): number {
  let [hits, total] = [0, 0];
  for (const { text, lang, spans } of of) {
    const found = findPii(text, lang);
    for (const { type, start, end } of spans) {
      if (!wanted(type)) continue;
      total += 1;
      if (found.some((one) => one.type === type && one.start === start && one.end === end)) hits += 1;
    }
  }
  return hits / total;
}

describe.each(['voices', 'unseen'] as const)('personal data as %s tell it', (name) => {
  test.each(CLAIMED_LANGUAGES)(
    'given the lines in %s, then every card number and code is found whole',
    (lang) => {
      expect(
        shareFound(
          sets[name].filter((line) => line.lang === lang),
          isOfCard,
        ),
      ).toBe(1);
    },
  );

  test.each(CLAIMED_LANGUAGES)(
    'given the lines in %s, then nearly all else is found word for word',
    (lang) => {
      const share = shareFound(
        sets[name].filter((line) => line.lang === lang),
        (type) => !isOfCard(type),
      );
      expect(share).toBeGreaterThanOrEqual(name === 'voices' ? 0.97 : 0.9);
    },
  );

  test('given lines full of other numbers, then at most two in a hundred raise an alarm', () => {
    const clean = sets[name].filter(({ spans }) => spans.length === 0);
    const alarms = clean.filter(({ text, lang }) => findPii(text, lang).length > 0);
    expect(alarms.length / clean.length).toBeLessThanOrEqual(0.02);
  });
});
