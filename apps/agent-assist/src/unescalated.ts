import { Injectable } from '@nestjs/common';
import type { HeardSoFar } from './domain/heard-so-far.js';

/** Calls heard at a time; beyond it the one heard longest ago is forgotten, and asked for again should it escalate. */
const capacity = 10_000;

interface Call {
  readonly heard: HeardSoFar;
  readonly escalating: boolean;
}

/**
 * Calls that have not escalated, in memory only: most never do, and the context store keeps every turn for good. `escalating` from the
 * moment their escalation is handled until it is saved.
 */
@Injectable()
export class Unescalated {
  readonly #calls = new Map<string, Call>();

  get(conversationId: string): Call | undefined {
    return this.#calls.get(conversationId);
  }

  put(conversationId: string, heard: HeardSoFar): void {
    const known = this.#calls.get(conversationId);
    if (known) this.#calls.set(conversationId, { ...known, heard });
    else this.#add(conversationId, heard);
  }

  escalating(conversationId: string): void {
    const known = this.#calls.get(conversationId);
    if (known) this.#calls.set(conversationId, { ...known, escalating: true });
  }

  forget(conversationId: string): void {
    this.#calls.delete(conversationId);
  }

  #add(conversationId: string, heard: HeardSoFar): void {
    this.#calls.set(conversationId, { heard, escalating: false });
    if (this.#calls.size <= capacity) return;
    for (const [oldest, { escalating }] of this.#calls) {
      if (escalating) continue;
      this.#calls.delete(oldest);
      return;
    }
  }
}
