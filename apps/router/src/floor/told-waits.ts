/** Told waits fade: each further caller makes those before count a little less. */
const fading = 0.98;
/** Until callers were served, estimates are taken as they are: as if so many seconds of them had been right. */
const priorSeconds = 600;
/** No correction goes further than this. */
const least = 0.25;
const most = 2;

/** How the waits callers were told compare with those they had: whoever is told too much or too little, queue by queue, is told less or more. */
export class ToldWaits {
  readonly #told = new Map<string, { readonly queue: string; readonly seconds: number }>();
  readonly #sums = new Map<string, { readonly told: number; readonly waited: number }>();

  /** The factor by which estimates of a queue were wrong lately; 1 until it is known. */
  correction(queue: string): number {
    const { told, waited } = this.#sums.get(queue) ?? { told: 0, waited: 0 };
    return Math.min(most, Math.max(least, (priorSeconds + waited) / (priorSeconds + told)));
  }

  /** What a caller would have been told when they came, uncorrected. Later ones change nothing. */
  tell(handoffId: string, queue: string, seconds: number): void {
    if (!this.#told.has(handoffId)) this.#told.set(handoffId, { queue, seconds });
  }

  /** Somebody was found for the caller after so many seconds. */
  served(handoffId: string, waitedSeconds: number): void {
    const told = this.#told.get(handoffId);
    if (!told) return;
    this.#told.delete(handoffId);
    const sums = this.#sums.get(told.queue) ?? { told: 0, waited: 0 };
    this.#sums.set(told.queue, {
      told: sums.told * fading + told.seconds,
      waited: sums.waited * fading + Math.max(0, waitedSeconds),
    });
  }

  /** The caller waits no more, and nobody was found. */
  forget(handoffId: string): void {
    this.#told.delete(handoffId);
  }
}
