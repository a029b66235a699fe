/** Hits, false alarms and misses of one label. */
export class Tally {
  #hits = 0;
  #alarms = 0;
  #misses = 0;

  /** Counts one decision. */
  add(found: boolean, wanted: boolean): void {
    if (found && wanted) this.#hits += 1;
    else if (found) this.#alarms += 1;
    else if (wanted) this.#misses += 1;
  }

  /** Adds the counts of another label. */
  join(other: Tally): void {
    this.#hits += other.#hits;
    this.#alarms += other.#alarms;
    this.#misses += other.#misses;
  }

  /** How often the label was wanted. */
  get positives(): number {
    return this.#hits + this.#misses;
  }

  /** 0..1; 1 where nothing was found. */
  get precision(): number {
    return this.#hits + this.#alarms === 0 ? 1 : this.#hits / (this.#hits + this.#alarms);
  }

  /** 0..1; 1 where nothing was wanted. */
  get recall(): number {
    return this.positives === 0 ? 1 : this.#hits / this.positives;
  }

  /** Harmonic mean of the two. */
  get f1(): number {
    const sum = this.precision + this.recall;
    return sum === 0 ? 0 : (2 * this.precision * this.recall) / sum;
  }

  toString(): string {
    const [precision, recall, f1] = [this.precision, this.recall, this.f1].map((share) => share.toFixed(3));
    return `P ${precision} R ${recall} F1 ${f1}  (${this.positives})`;
  }
}
