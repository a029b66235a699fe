import type { WebSocket } from 'ws';
import type { Session } from '../session/session.js';
import type { LiveMessage } from './live-messages.js';

/** A page that does not read: more than this many bytes waiting and it is let go, so that others are not hurt. */
export const maxBufferedBytes = 1_048_576;
/** The same for messages that wait for an answer of a peer. */
const maxHeldMessages = 1_000;

/** One connected page. */
export class LiveClient {
  /** The handoff the agent is offered or talks in. */
  handoff: { readonly handoffId: string; readonly conversationId: string } | undefined;
  /** It answered since the last look. */
  alive = true;
  #holds = 0;
  #held: string[] = [];

  constructor(
    readonly socket: WebSocket,
    readonly session: Session | undefined,
    /** A conversation it follows whoever is signed in. */
    readonly watched: string | undefined,
    private readonly onSlow: () => void,
  ) {}

  follows(conversationId: string): boolean {
    return this.watched === conversationId || this.handoff?.conversationId === conversationId;
  }

  send(text: string): void {
    if (this.#holds > 0) {
      this.#held.push(text);
      if (this.#held.length > maxHeldMessages) this.#letGo();
      return;
    }
    if (this.socket.bufferedAmount > maxBufferedBytes) return this.#letGo();
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(text);
  }

  /** From now on messages wait: something that belongs before them is still being fetched. */
  hold(): void {
    this.#holds += 1;
  }

  /** What was waited for, then what waited for it. */
  release(first: readonly LiveMessage[]): void {
    this.#held.unshift(...first.map((message) => JSON.stringify(message)));
    this.#holds -= 1;
    if (this.#holds > 0) return;
    const held = this.#held;
    this.#held = [];
    for (const text of held) this.send(text);
  }

  #letGo(): void {
    this.#held = [];
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.onSlow();
    this.socket.terminate();
  }
}
