/** Items in order, found by binary search. Made for lists that grow to a hundred thousand and change one item at a time. */
export class SortedList<T> {
  readonly #items: T[] = [];
  readonly #compare: (a: T, b: T) => number;

  /** `compare` must tell any two different items apart. */
  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#items.length;
  }

  first(): T | undefined {
    return this.#items[0];
  }

  add(item: T): void {
    this.#items.splice(this.countBefore(item), 0, item);
  }

  remove(item: T): void {
    const index = this.countBefore(item);
    const found = this.#items[index];
    if (found !== undefined && this.#compare(found, item) === 0) this.#items.splice(index, 1);
  }

  /** How many come before this item, whether it is in the list or not. */
  countBefore(item: T): number {
    return this.countWhile((other) => this.#compare(other, item) < 0);
  }

  /** How many items at the front fulfil `isBefore`; none after the first that does not may. */
  countWhile(isBefore: (item: T) => boolean): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(this.#items[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.#items[Symbol.iterator]();
  }
}
