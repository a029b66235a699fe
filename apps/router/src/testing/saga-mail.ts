import type { EventDraft } from '@baton/persistence';

/** Something on its way: an event on a topic, or the second half of a command. In order per key, in any order otherwise. */
export interface Message {
  readonly id: number;
  readonly key: string;
  readonly event: EventDraft<unknown>;
}

/** What is on its way, what arrived, and which document has taken what in. */
export class SagaMail {
  readonly #inboxes = new Map<string, Set<number>>();
  #messages: Message[] = [];
  readonly #delivered: Message[] = [];
  #nextId = 0;

  send(key: string, event: EventDraft<unknown>): void {
    this.#messages.push({ id: (this.#nextId += 1), key, event });
  }

  /** Any message, as long as it is the oldest of its key. */
  next(choice: number): Message | undefined {
    const keys = [...new Set(this.#messages.map(({ key }) => key))];
    const key = keys[choice % Math.max(1, keys.length)];
    const message = this.#messages.find((candidate) => candidate.key === key);
    if (!message) return undefined;
    this.#messages = this.#messages.filter(({ id }) => id !== message.id);
    this.#delivered.push(message);
    return message;
  }

  /** One that arrived before. */
  again(choice: number): Message | undefined {
    return this.#delivered[choice % Math.max(1, this.#delivered.length)];
  }

  /** Whether the document has not taken the message in yet; it has from now on. */
  firstTime(document: string, id: number): boolean {
    const inbox = this.#inboxes.get(document) ?? new Set();
    this.#inboxes.set(document, inbox);
    if (inbox.has(id)) return false;
    inbox.add(id);
    return true;
  }
}
