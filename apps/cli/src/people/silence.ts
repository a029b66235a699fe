/** How long a waiting caller was told nothing while their leg was up, at most. Times in ms of one clock. */
export class Silence {
  #since: number | undefined;
  #waiting = false;
  #longest = 0;
  #endedAt = 0;

  /** The caller asked for a person. */
  begin(now: number): void {
    this.#waiting = true;
    this.#since = now;
  }

  /** Something was said or shown to the caller. */
  told(now: number): void {
    if (this.#since === undefined) return;
    this.#close(now);
    this.#since = now;
  }

  /** The leg is down: whoever hears nothing now waits for the line, not for us. */
  broken(now: number): void {
    if (this.#since === undefined) return;
    this.#close(now);
    this.#since = undefined;
  }

  /** The leg is up again. */
  back(now: number): void {
    if (this.#waiting) this.#since = now;
  }

  /** A person is there, or the call is over. */
  end(now: number): void {
    this.told(now);
    this.#waiting = false;
    this.#since = undefined;
  }

  get longestMs(): number {
    return this.#longest;
  }

  /** When the longest silence ended; 0 where there was none. */
  get longestEndedAt(): number {
    return this.#endedAt;
  }

  #close(now: number): void {
    const gap = now - (this.#since ?? now);
    if (gap <= this.#longest) return;
    this.#longest = gap;
    this.#endedAt = now;
  }
}
