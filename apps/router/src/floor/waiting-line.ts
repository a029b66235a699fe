import { PRIORITIES, type Priority } from '@baton/policy';
import type { Place } from '../domain/handoff/queue-view.js';
import { primaryTag } from '../domain/words.js';
import { SortedList } from './sorted-list.js';

/** Callers of one queue, language and priority, longest waiting first: whoever is first asks least of an agent. */
export interface Bucket {
  readonly queue: string;
  readonly priority: Priority;
  readonly places: SortedList<Place>;
}

/** Everyone of one tenant who waits in a queue. */
export class WaitingLine {
  readonly #buckets = new Map<string, Bucket>();
  readonly #places = new Map<string, Place>();

  get size(): number {
    return this.#places.size;
  }

  get(handoffId: string): Place | undefined {
    return this.#places.get(handoffId);
  }

  put(place: Place): void {
    this.remove(place.handoffId);
    this.#places.set(place.handoffId, place);
    const key = keyOf(place);
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      bucket = { queue: place.queue, priority: place.priority, places: new SortedList(longestFirst) };
      this.#buckets.set(key, bucket);
    }
    bucket.places.add(place);
  }

  remove(handoffId: string): void {
    const place = this.#places.get(handoffId);
    if (!place) return;
    this.#places.delete(handoffId);
    const key = keyOf(place);
    const bucket = this.#buckets.get(key);
    bucket?.places.remove(place);
    if (bucket?.places.size === 0) this.#buckets.delete(key);
  }

  buckets(): IterableIterator<Bucket> {
    return this.#buckets.values();
  }

  /** Everyone, in the order they are to be served. */
  inOrder(): Place[] {
    return [...this.#places.values()].sort(servedFirst);
  }

  /** 1 for who is served next in the queue of this place. */
  positionOf(place: Place): number {
    let before = 0;
    for (const { queue, priority, places } of this.#buckets.values()) {
      if (queue !== place.queue) continue;
      const rank = rankOf(priority) - rankOf(place.priority);
      if (rank > 0) before += places.size;
      else if (rank === 0) before += places.countBefore(place);
    }
    return before + 1;
  }
}

/** Negative where `a` is served before `b`: higher priority, then longer waiting, then lower id. */
export function servedFirst(a: Place, b: Place): number {
  return rankOf(b.priority) - rankOf(a.priority) || longestFirst(a, b);
}

function longestFirst(a: Place, b: Place): number {
  return (
    a.waitingSince - b.waitingSince || (a.handoffId < b.handoffId ? -1 : a.handoffId > b.handoffId ? 1 : 0)
  );
}

function rankOf(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}

function keyOf({ queue, language, priority }: Place): string {
  return `${queue}\n${primaryTag(language)}\n${priority}`;
}
