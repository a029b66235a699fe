/**
 * Runs work for a key soon after it was asked for, never twice at once for the same key: what is asked while it runs leads to
 * one more run, so the last state is always seen and a burst costs two runs.
 */
export class Renewer {
  readonly #waiting = new Map<string, NodeJS.Timeout | undefined>();
  readonly #running = new Map<string, { again: boolean }>();

  constructor(
    private readonly work: (key: string) => Promise<void>,
    private readonly onError: (thrown: unknown) => void,
  ) {}

  /** Asks for a run after `delayMs`; a run that is already due sooner or later stands for it, sooner wins. */
  ask(key: string, delayMs = 0): void {
    if (delayMs === 0) {
      clearTimeout(this.#waiting.get(key));
      this.#waiting.delete(key);
      this.#run(key);
      return;
    }
    if (this.#waiting.has(key)) return;
    const timer = setTimeout(() => {
      this.#waiting.delete(key);
      this.#run(key);
    }, delayMs);
    this.#waiting.set(key, timer.unref());
  }

  #run(key: string): void {
    const running = this.#running.get(key);
    if (running) {
      running.again = true;
      return;
    }
    const run = { again: false };
    this.#running.set(key, run);
    void this.work(key)
      .catch(this.onError)
      .finally(() => {
        this.#running.delete(key);
        if (run.again) this.#run(key);
      });
  }
}
