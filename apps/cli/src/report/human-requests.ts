import type { PlacedFact } from './call-fact.js';

/** A caller asked for a human, in words or by key, and what came of it. Times in ms. */
export interface HumanRequest {
  readonly conversationId: string;
  /** When the first words that asked were final: what the law measures from. */
  readonly at: number;
  readonly how: 'spoken' | 'keyed';
  /** How often they asked until somebody was there, or nobody came. */
  readonly times: number;
  /** Empty: it came to no queue. */
  readonly queue: string;
  /** BCP-47. */
  readonly language: string;
  readonly channel: string;
  /** The decision to hand over, the first offer, the acceptance that counted; absent where the log has none after the request. */
  readonly decidedAt?: number;
  readonly offeredAt?: number;
  readonly acceptedAt?: number;
  /** Caller and human heard each other. */
  readonly humanAt?: number;
  /** Why no human came; empty where one did. */
  readonly missed: string;
}

type Open = { -readonly [K in keyof HumanRequest]: HumanRequest[K] };

/**
 * The explicit requests of one conversation. A request is open from the words until a human is there; who asks again meanwhile has
 * asked once. What is said to a human who is on the line is no request.
 */
export function humanRequests(conversationId: string, facts: readonly PlacedFact[]): readonly HumanRequest[] {
  const saidAt = new Map(
    facts.flatMap((fact) => (fact.kind === 'said' ? [[fact.turnIndex, fact.at] as const] : [])),
  );
  const timed = facts
    .map((fact) => ({
      fact,
      // A request counts from its words, whenever it was understood.
      at: fact.kind === 'asked' ? (saidAt.get(fact.turnIndex) ?? fact.time) : fact.time,
    }))
    .sort((a, b) => a.at - b.at || a.fact.index - b.fact.index);
  const call = new Call(conversationId);
  for (const { fact, at } of timed) call.take(fact, at);
  return call.finish();
}

class Call {
  readonly #done: HumanRequest[] = [];
  readonly #asked = new Set<number>();
  #open: Open | undefined;
  #talking = false;
  #over = false;
  #channel = '';
  #language = '';
  #queue = '';

  constructor(private readonly conversationId: string) {}

  take(fact: PlacedFact, at: number): void {
    switch (fact.kind) {
      case 'began':
        this.#channel = fact.channel;
        this.#language = fact.language;
        break;
      case 'asked':
        this.#ask(fact.turnIndex, fact.how, at);
        break;
      case 'handoff':
        this.#language = fact.language || this.#language;
        break;
      case 'queued':
        this.#queue = fact.queue;
        break;
      case 'bridged':
        this.#connect(at);
        break;
      case 'agent-gone':
        this.#talking = false;
        break;
      case 'call-over':
        this.#over = true;
        break;
      case 'missed':
        if (this.#open) this.#open.missed = fact.why;
        break;
      case 'decided':
        if (this.#open) this.#open.decidedAt ??= at;
        break;
      case 'offered':
        if (this.#open) this.#open.offeredAt ??= at;
        break;
      case 'accepted':
        // The last one counts: an acceptance that came to nothing is followed by another.
        if (this.#open) this.#open.acceptedAt = at;
        break;
      case 'said':
    }
    if (this.#open && !this.#talking) {
      this.#open.queue = this.#queue;
      this.#open.language = this.#language;
      this.#open.channel = this.#channel;
    }
  }

  finish(): readonly HumanRequest[] {
    const open = this.#open;
    if (!open) return this.#done;
    const missed =
      open.missed || (!this.#over ? 'still waiting' : open.queue ? 'the call ended' : 'never handed over');
    return [...this.#done, { ...open, missed }];
  }

  #ask(turnIndex: number, how: 'spoken' | 'keyed', at: number): void {
    const again = this.#asked.has(turnIndex);
    this.#asked.add(turnIndex);
    if (this.#talking) return;
    if (!this.#open) {
      if (again) return;
      const { conversationId } = this;
      this.#open = { conversationId, at, how, times: 1, queue: '', language: '', channel: '', missed: '' };
    } else if (!again) this.#open.times += 1;
    else if (how === 'keyed' && this.#open.times === 1) this.#open.how = how;
  }

  #connect(at: number): void {
    if (this.#talking) return;
    this.#talking = true;
    if (this.#open) this.#done.push({ ...this.#open, humanAt: at, missed: '' });
    this.#open = undefined;
    this.#queue = '';
  }
}
