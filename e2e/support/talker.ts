import { WebSocket } from 'ws';

/** Any message of a WebSocket of Baton; a test says which fields it expects. */
export interface Message {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** One side of a WebSocket, and everything it received. */
export class Talker {
  readonly received: Message[] = [];
  closeCode: number | undefined;
  readonly #looks = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.received.push(JSON.parse(data.toString()) as Message);
      this.#lookAgain();
    });
    socket.on('close', (code) => {
      this.closeCode = code;
      this.#lookAgain();
    });
  }

  /** Rejects where the connection is refused. */
  static open(url: string, cookie?: string): Promise<Talker> {
    const socket = new WebSocket(url, cookie === undefined ? {} : { headers: { cookie } });
    const talker = new Talker(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => {
        // From here on a break shows as a close.
        socket.on('error', () => undefined);
        resolve(talker);
      });
      socket.once('error', reject);
    });
  }

  send(message: unknown): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The first message that fits among those received after the first `from`, or to come. */
  until(what: string, fits: (message: Message) => boolean, from = 0, timeoutMs = 15_000): Promise<Message> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        this.#looks.delete(look);
      };
      const fail = (why: string) => {
        settle();
        const seen = this.received.slice(-12).map((message) => JSON.stringify(message).slice(0, 200));
        reject(new Error(`${what}: ${why}; last received:\n${seen.join('\n')}`));
      };
      const look = () => {
        const found = this.received.slice(from).find(fits);
        if (found) {
          settle();
          resolve(found);
        } else if (this.closeCode !== undefined) fail(`the connection closed (${this.closeCode})`);
      };
      const timer = setTimeout(() => fail(`not within ${timeoutMs} ms`), timeoutMs);
      this.#looks.add(look);
      look();
    });
  }

  untilType(type: string, from = 0, timeoutMs?: number): Promise<Message> {
    return this.until(type, (message) => message.type === type, from, timeoutMs);
  }

  close(): void {
    this.socket.terminate();
  }

  #lookAgain(): void {
    for (const look of [...this.#looks]) look();
  }
}
