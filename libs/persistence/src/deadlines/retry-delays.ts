/** Remembers what failed and from when it may be tried again: after `firstMs`, twice as long each time, up to `longestMs`. */
export class RetryDelays {
  readonly #firstMs: number;
  readonly #longestMs: number;
  readonly #failures = new Map<string, { readonly count: number; readonly retryAt: number }>();

  constructor(options: { readonly firstMs: number; readonly longestMs: number }) {
    this.#firstMs = options.firstMs;
    this.#longestMs = options.longestMs;
  }

  ready(key: string, now: number): boolean {
    return (this.#failures.get(key)?.retryAt ?? 0) <= now;
  }

  failed(key: string, now: number): void {
    const count = (this.#failures.get(key)?.count ?? 0) + 1;
    const delay = Math.min(this.#longestMs, this.#firstMs * 2 ** (count - 1));
    this.#failures.set(key, { count, retryAt: now + delay });
  }

  succeeded(key: string): void {
    this.#failures.delete(key);
  }
}
