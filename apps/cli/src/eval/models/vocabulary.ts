import type { SparseRow } from '@baton/language';

/** Named features and the rows they take in a model. */
export class Vocabulary {
  readonly #rows = new Map<string, number>();

  /** Takes in every name that occurs in at least `least` of the examples. */
  constructor(examples: Iterable<ReadonlySet<string>>, least: number) {
    const counts = new Map<string, number>();
    for (const names of examples) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const [name, count] of counts) if (count >= least) this.#rows.set(name, this.#rows.size);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** One example: each group of names scaled to its length; names that are not known are left out. */
  row(groups: readonly { readonly names: ReadonlySet<string>; readonly length: number }[]): SparseRow {
    const rows: number[] = [];
    const values: number[] = [];
    for (const { names, length } of groups) {
      const known = [...names].flatMap((name) => this.#rows.get(name) ?? []);
      rows.push(...known);
      for (let at = 0; at < known.length; at += 1) values.push(length / Math.sqrt(known.length));
    }
    return { rows: Int32Array.from(rows), values: Float32Array.from(values) };
  }
}
