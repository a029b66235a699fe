interface PlannedEvent {
  /** Ms. */
  readonly at: number;
  readonly ordinal: number;
  readonly happen: () => void;
}

/** A clock and what is to happen, by time; of two things at the same time the one planned first happens first. A binary heap. */
export class EventQueue {
  readonly #heap: PlannedEvent[] = [];
  #ordinal = 0;
  #now: number;

  /** Begins at a time, ms. */
  constructor(start: number) {
    this.#now = start;
  }

  /** What time it is, ms. */
  get now(): number {
    return this.#now;
  }

  plan(at: number, happen: () => void): void {
    const event = { at, ordinal: this.#ordinal++, happen };
    const heap = this.#heap;
    let slot = heap.length;
    while (slot > 0) {
      const parent = (slot - 1) >> 1;
      if (!isBefore(event, heap[parent]!)) break;
      heap[slot] = heap[parent]!;
      slot = parent;
    }
    heap[slot] = event;
  }

  /** Lets everything before a time happen, what is planned meanwhile too; then it is that time. */
  runUntil(end: number): void {
    for (let event = this.#heap[0]; event && event.at < end; event = this.#heap[0]) {
      this.#now = event.at;
      this.#take();
      event.happen();
    }
    this.#now = end;
  }

  #take(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let slot = 0;
    for (;;) {
      let child = 2 * slot + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!isBefore(heap[child]!, last)) break;
      heap[slot] = heap[child]!;
      slot = child;
    }
    heap[slot] = last;
  }
}

function isBefore(a: PlannedEvent, b: PlannedEvent): boolean {
  return a.at < b.at || (a.at === b.at && a.ordinal < b.ordinal);
}
