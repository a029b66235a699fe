import {
  findPiiOfTurn,
  NO_CARD_WATCH,
  type CardWatch,
  type NumberAsked,
  type PiiSpan,
} from '@baton/language';
import type { CLAIMED_LANGUAGES } from '@baton/language';

/** A customer turn as it was said, with what the company asked before it. */
export interface SaidByCustomer {
  readonly conversationId: string;
  /** `""` where the sender gave none; the same id again is the same turn. */
  readonly commandId: string;
  readonly text: string;
  readonly language: (typeof CLAIMED_LANGUAGES)[number];
  readonly asked: NumberAsked;
  /** ms. */
  readonly now: number;
}

interface Remembered {
  readonly commandId: string;
  readonly before: CardWatch;
  readonly after: CardWatch;
  readonly at: number;
}

/** More live calls than this on one process and the one that was silent longest is forgotten. */
export const maxWatchedCalls = 20_000;
/** Who reads a card number out does not wait longer than this between its parts. */
export const watchedForMs = 2 * 60_000;

/**
 * What customers said of card numbers in their last turns (ADR 0008). The only place that holds such digits, and it is memory of
 * this process: bounded, emptied when a call ends or nothing is said for two minutes, never written anywhere.
 */
export class CardMemory {
  // In the order they were last spoken in.
  readonly #calls = new Map<string, Remembered>();

  get size(): number {
    return this.#calls.size;
  }

  /** Personal data of a customer turn, parts of card numbers included. */
  find({ conversationId, commandId, text, language, asked, now }: SaidByCustomer): readonly PiiSpan[] {
    this.#forgetSilent(now);
    const known = this.#calls.get(conversationId);
    const isAgain = commandId !== '' && known?.commandId === commandId;
    const before = (isAgain ? known?.before : known?.after) ?? NO_CARD_WATCH;
    const { spans, watch } = findPiiOfTurn(text, language, before, asked);
    this.#calls.delete(conversationId);
    if (watch.parts.length > 0 || watch.cardFor > 0)
      this.#calls.set(conversationId, { commandId, before, after: watch, at: now });
    return spans;
  }

  /** The call is over. */
  forget(conversationId: string): void {
    this.#calls.delete(conversationId);
  }

  #forgetSilent(now: number): void {
    for (const [conversationId, { at }] of this.#calls) {
      if (now - at < watchedForMs && this.#calls.size < maxWatchedCalls) break;
      this.#calls.delete(conversationId);
    }
  }
}
