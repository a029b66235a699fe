interface PlannedEvent {
  /** Ms. */
  readonly at: number;
  readonly ordinal: number;
  readonly happen: () => void;
}

/** What is to happen, by time; of two things at the same time the one planned first happens first. A binary heap. */
export class EventQueue {
  readonly #heap: PlannedEvent[] = [];
  #ordinal = 0;

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

  /** When the next thing happens, ms; undefined where nothing does. */
  nextAt(): number | undefined {
    return this.#heap[0]?.at;
  }

  /** Takes out what happens next. */
  take(): (() => void) | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first?.happen;
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
    return first.happen;
  }
}

function isBefore(a: PlannedEvent, b: PlannedEvent): boolean {
  return a.at < b.at || (a.at === b.at && a.ordinal < b.ordinal);
}
