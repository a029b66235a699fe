import type { DigitPart } from './digit-parts.js';
import type { Item } from './items.js';
import type { NumberWord } from './number-words.js';

/** French counts in twenties: "soixante-dix-sept", "quatre-vingt-douze". */
export function frenchNumber(
  items: readonly Item[],
  from: number,
  map: ReadonlyMap<string, NumberWord>,
): DigitPart {
  let at = from;
  const skip = (index: number): number => {
    let next = index;
    while (items[next]?.text === '-' || (items[next]?.text === 'et' && map.has(items[next + 1]?.text ?? '')))
      next += 1;
    return next;
  };
  const wordAt = (index: number): NumberWord | undefined =>
    items[index]?.kind === 'word' ? map.get(items[index]!.text) : undefined;
  const below100 = (): number => {
    const first = wordAt(at)!;
    if (first.kind === 'digits' && first.value === 4 && items[skip(at + 1)]?.text.startsWith('vingt')) {
      at = skip(at + 1) + 1;
      return 80 + tail(true);
    }
    if (first.kind === 'tens') {
      at += 1;
      return first.value + tail(first.value === 60);
    }
    if (first.kind === 'digits' && first.value === 10) {
      const next = wordAt(skip(at + 1));
      if (next?.kind === 'digits' && next.value >= 7 && next.value <= 9 && items[at + 1]?.text === '-') {
        at = skip(at + 1) + 1;
        return 10 + next.value;
      }
      if (next?.kind === 'digits' && next.value >= 7 && next.value <= 9) {
        at += 2;
        return 10 + next.value;
      }
    }
    at += 1;
    return first.kind === 'digits' ? first.value : 0;
  };
  const tail = (teens: boolean): number => {
    const index = skip(at);
    const next = wordAt(index);
    if (next?.kind !== 'digits' || next.value === 0) return 0;
    if (next.value < 10) {
      at = index + 1;
      return next.value;
    }
    if (!teens || next.value > 19) return 0;
    at = index;
    return below100();
  };
  const isPlain = (word: NumberWord | undefined): boolean => word?.kind === 'digits' || word?.kind === 'tens';
  const follows = (): boolean => {
    const index = skip(at);
    const next = wordAt(index);
    if (!isPlain(next) || (next?.kind === 'digits' && next.value === 0)) return false;
    at = index;
    return true;
  };
  // "neuf cent soixante-dix", "cent un", "douze"
  const below1000 = (): number => {
    const lead = wordAt(at)?.kind === 'hundred' ? 1 : below100();
    if (wordAt(at)?.kind !== 'hundred' || lead > 9) return lead;
    at += 1;
    return lead * 100 + (follows() ? below100() : 0);
  };
  let value = wordAt(from)?.kind === 'thousand' ? 1 : below1000();
  if (wordAt(at)?.kind === 'thousand') {
    at += 1;
    value *= 1000;
    if (wordAt(at)?.kind === 'hundred' || follows()) value += below1000();
  }
  return { digits: String(value), from, to: Math.max(at, from + 1), written: false };
}
