import type { Place } from '../domain/handoff/queue-view.js';
import { slotKindOf, type SlotKind } from '../domain/workforce/slot.js';
import { primaryTag } from '../domain/words.js';
import { SortedList } from './sorted-list.js';

/** What a caller is given when they enter the line. */
export interface Ranking {
  /** Seconds of waiting they are given for what they are. */
  readonly headStartSeconds: number;
  /** The service level of their queue pulls them forward once they have waited so long. */
  readonly pull?: { readonly afterSeconds: number; readonly add: number };
}

/** A caller and where they stand. */
export interface Waiting {
  readonly place: Place;
  readonly ranking: Ranking;
  readonly pulled: boolean;
  /** Served in this order: the time they would have come at, had they come without a head start, ms. */
  readonly turn: number;
}

/** Callers alike in all that is asked of an agent and in their head start, longest waiting first: whoever is first asks least. */
export interface Bucket {
  readonly queue: string;
  readonly language: string;
  readonly kind: SlotKind;
  readonly waiting: SortedList<Waiting>;
}

/**
 * Everyone of one tenant who waits in a queue. A head start never changes while somebody waits, and each second of waiting counts the
 * same for all: so the order of two callers changes only where the service level pulls one forward, which is done when it is due.
 */
export class WaitingLine {
  readonly #buckets = new Map<string, Bucket>();
  readonly #places = new Map<string, Waiting>();
  readonly #pulls = new SortedList<Waiting>((a, b) => pullAt(a) - pullAt(b) || byId(a.place, b.place));

  get size(): number {
    return this.#places.size;
  }

  get(handoffId: string): Waiting | undefined {
    return this.#places.get(handoffId);
  }

  put(place: Place, ranking: Ranking): void {
    this.remove(place.handoffId);
    this.#add(waiting(place, ranking, false));
  }

  remove(handoffId: string): void {
    const known = this.#places.get(handoffId);
    if (!known) return;
    this.#places.delete(handoffId);
    if (known.ranking.pull && !known.pulled) this.#pulls.remove(known);
    const key = keyOf(known);
    const bucket = this.#buckets.get(key);
    bucket?.waiting.remove(known);
    if (bucket?.waiting.size === 0) this.#buckets.delete(key);
  }

  /** Pulls forward whoever is due by now; to be called before anybody is looked for. */
  advance(now: number): void {
    for (let next = this.#pulls.first(); next && pullAt(next) <= now; next = this.#pulls.first()) {
      const { place, ranking } = next;
      this.remove(place.handoffId);
      this.#add(waiting(place, ranking, true));
    }
  }

  buckets(): IterableIterator<Bucket> {
    return this.#buckets.values();
  }

  /** Everyone, in the order they are to be served. */
  inOrder(): Place[] {
    return [...this.#places.values()].sort(servedFirst).map(({ place }) => place);
  }

  /** How many of a bucket are served before somebody, who need not be in it. */
  before(bucket: Bucket, who: Waiting): number {
    return bucket.waiting.countWhile((other) => servedFirst(other, who) < 0);
  }

  /** 1 for who is served next in the queue of this place. */
  positionOf(who: Waiting): number {
    let before = 0;
    for (const bucket of this.#buckets.values()) {
      if (bucket.queue === who.place.queue) before += this.before(bucket, who);
    }
    return before + 1;
  }

  #add(who: Waiting): void {
    const { place } = who;
    this.#places.set(place.handoffId, who);
    if (who.ranking.pull && !who.pulled) this.#pulls.add(who);
    const key = keyOf(who);
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      bucket = {
        queue: place.queue,
        language: primaryTag(place.language),
        kind: slotKindOf(place.channel),
        waiting: new SortedList(servedFirst),
      };
      this.#buckets.set(key, bucket);
    }
    bucket.waiting.add(who);
  }
}

/** A caller with their turn worked out. */
export function waiting(place: Place, ranking: Ranking, pulled: boolean): Waiting {
  const given = ranking.headStartSeconds + (pulled ? (ranking.pull?.add ?? 0) : 0);
  return { place, ranking, pulled, turn: place.waitingSince - given * 1000 };
}

/** Negative where `a` is served before `b`: earlier turn, then longer waiting, then lower id. */
export function servedFirst(a: Waiting, b: Waiting): number {
  return a.turn - b.turn || a.place.waitingSince - b.place.waitingSince || byId(a.place, b.place);
}

function byId(a: Place, b: Place): number {
  return a.handoffId < b.handoffId ? -1 : a.handoffId > b.handoffId ? 1 : 0;
}

function pullAt({ place, ranking }: Waiting): number {
  return place.waitingSince + (ranking.pull?.afterSeconds ?? 0) * 1000;
}

function keyOf({ place, ranking, pulled }: Waiting): string {
  const { queue, language, packSha256, channel } = place;
  return `${queue}\n${primaryTag(language)}\n${slotKindOf(channel)}\n${packSha256}\n${ranking.headStartSeconds}\n${pulled}`;
}
