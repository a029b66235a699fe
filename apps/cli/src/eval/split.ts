import { shuffled } from '@baton/language';

/** Holds out a share of the examples, seeded, from each group alike, so that no class goes missing. */
export function holdOut<T>(
  examples: readonly T[],
  groupOf: (example: T) => string,
  share: number,
  seed: number,
): { train: T[]; test: T[] } {
  const groups = new Map<string, T[]>();
  for (const example of examples) {
    const group = groupOf(example);
    const list = groups.get(group);
    if (list === undefined) groups.set(group, [example]);
    else list.push(example);
  }
  const train: T[] = [];
  const test: T[] = [];
  let number = 0;
  for (const list of groups.values()) {
    const held = Math.round(list.length * share);
    [...shuffled(list.length, seed + number)].forEach((at, rank) =>
      (rank < held ? test : train).push(list[at]!),
    );
    number += 1;
  }
  return { train, test };
}

/** Fold number (0..count−1) of each of `length` examples, seeded, of equal sizes within one. */
export function folds(length: number, count: number, seed: number): Uint8Array {
  const fold = new Uint8Array(length);
  shuffled(length, seed).forEach((at, rank) => (fold[at] = rank % count));
  return fold;
}
