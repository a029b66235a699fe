import { Injectable } from '@nestjs/common';
import type { MessageSender, OutgoingMessage, SendOutcome } from './sender.js';

/** Messages the outbox holds; the oldest go first. */
const maxHeld = 500;

/** For development: keeps in memory what would have been sent. */
@Injectable()
export class Outbox implements MessageSender {
  readonly #held: OutgoingMessage[] = [];

  send(message: OutgoingMessage): Promise<SendOutcome> {
    this.#held.push(message);
    if (this.#held.length > maxHeld) this.#held.shift();
    return Promise.resolve('sent');
  }

  /** Oldest first. */
  messages(): readonly OutgoingMessage[] {
    return this.#held;
  }
}
