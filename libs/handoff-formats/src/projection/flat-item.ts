/** A part of the packet as a name and a text, for receivers that know nothing else. */
export interface FlatItem {
  /** Where it is in the packet. */
  readonly path: string;
  /** Letters, digits and underscores, beginning with a letter. */
  readonly name: string;
  readonly value: string;
  /** What may be missing where there is no room for all of it: nothing, its end, or its beginning. */
  readonly shorten: 'never' | 'end' | 'start';
}
