import { clip, utf8Bytes } from '../text/clip.js';
import type { Dropped } from './projection.js';
import type { FlatItem } from './flat-item.js';

/** What a receiver takes at most. */
export interface FlatLimits {
  /** In all, as `cost` counts. */
  readonly total: number;
  /** What one name with its text costs. */
  readonly cost: (name: string, value: string) => number;
  /** Longest text, as `length` counts; default without end. */
  readonly value?: { readonly most: number; readonly length: (value: string) => number };
  /** How many names; default without end. */
  readonly names?: number;
}

/** A shortened text below this is of no use to anyone, bytes. */
const worthKeeping = 24;

/** Fills a receiver's limits with items in their order; one that does not fit leaves its room to those behind it. */
export function fitItems(
  items: readonly FlatItem[],
  limits: FlatLimits,
): { readonly entries: ReadonlyMap<string, string>; readonly dropped: readonly Dropped[] } {
  const entries = new Map<string, string>();
  const dropped: Dropped[] = [];
  let left = limits.total;
  for (const item of items) {
    const { path, name } = item;
    const value = item.value.toWellFormed();
    // Two names of the packet may be one to the receiver; the first has it.
    const room = entries.size < (limits.names ?? Number.POSITIVE_INFINITY) && !entries.has(name);
    const kept = room ? fitted({ ...item, value }, left, limits) : '';
    if (kept !== '') {
      entries.set(name, kept);
      left -= limits.cost(name, kept);
    }
    if (kept !== value) {
      const why = kept === '' ? 'too-large' : 'shortened';
      dropped.push({ path, why, bytes: Math.max(1, utf8Bytes(value) - utf8Bytes(kept)) });
    }
  }
  return { entries, dropped };
}

function fitted(
  { name, value, shorten }: FlatItem,
  left: number,
  { cost, value: longest }: FlatLimits,
): string {
  // Both limits as one cost, so that the text is cut once: whichever is the nearer to its end counts.
  const share = (text: string) =>
    Math.max(cost(name, text) / left, longest === undefined ? 0 : longest.length(text) / longest.most);
  if (left <= 0) return '';
  if (share(value) <= 1) return value;
  if (shorten === 'never') return '';
  const kept = shorten === 'end' ? clip(value, 1, share) : clipStart(value, share);
  return utf8Bytes(kept) < Math.min(worthKeeping, utf8Bytes(value)) ? '' : kept;
}

/** The newest lines that fit, whole ones only. */
function clipStart(value: string, share: (text: string) => number): string {
  const lines = value.split('\n');
  let low = 1;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (share(lines.slice(middle).join('\n')) <= 1) high = middle;
    else low = middle + 1;
  }
  return low >= lines.length ? '' : lines.slice(low).join('\n');
}
