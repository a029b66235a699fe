const overRemembered = 10_000;

/** Which state of which document is known, so that an older copy is never taken for a newer one. */
export class News {
  readonly #revisions = new Map<string, number>();
  readonly #over = new Set<string>();

  /** Whether this revision is not older than what is known; it is known from then on. `over`: it will not change again. */
  take(id: string, revision: number, over: boolean): boolean {
    if (this.#over.has(id) || (this.#revisions.get(id) ?? -1) > revision) return false;
    if (over) this.#forget(id);
    else this.#revisions.set(id, revision);
    return true;
  }

  /** What is final is remembered a while longer, in case an older copy of it comes late. */
  #forget(id: string): void {
    this.#revisions.delete(id);
    this.#over.add(id);
    if (this.#over.size > overRemembered) this.#over.delete(this.#over.values().next().value!);
  }
}
