/** Runs tasks of the same key one after the other, in the order asked; different keys run side by side. */
export class KeyedQueue {
  readonly #tails = new Map<string, Promise<void>>();

  /** Whether a task of the key is running or waiting. */
  busy(key: string): boolean {
    return this.#tails.has(key);
  }

  /** Runs the task after all earlier ones of its key, whether those failed or not. */
  run<R>(key: string, task: () => Promise<R>): Promise<R> {
    const previous = this.#tails.get(key);
    const result = previous === undefined ? task() : previous.then(task);
    const tail: Promise<void> = result.then(
      () => this.#settle(key, tail),
      () => this.#settle(key, tail),
    );
    this.#tails.set(key, tail);
    return result;
  }

  /** Resolves when nothing runs or waits any more. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }

  #settle(key: string, tail: Promise<void>): void {
    if (this.#tails.get(key) === tail) this.#tails.delete(key);
  }
}
