import { WebSocket, type ClientOptions } from 'ws';

/** Any message of either WebSocket; a test says which fields it expects. */
export interface Received {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A browser's side of a WebSocket, with everything it received. */
export class Page {
  readonly socket: WebSocket;
  readonly received: Received[] = [];
  closeCode: number | undefined;
  readonly #looks = new Set<() => void>();

  constructor(url: string, cookie?: string, options: ClientOptions = {}) {
    const headers = { ...options.headers, ...(cookie === undefined ? {} : { cookie }) };
    this.socket = new WebSocket(url, { ...options, headers });
    this.socket.on('message', (data) => {
      this.received.push(JSON.parse((data as Buffer).toString()) as Received);
      for (const look of this.#looks) look();
    });
    this.socket.on('close', (code) => {
      this.closeCode = code;
    });
    this.socket.on('error', () => undefined);
  }

  send(message: unknown): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The first message of that type that fits, received already or to come. */
  until(
    type: string,
    fits: (message: Received) => boolean = () => true,
    timeoutMs = 10_000,
  ): Promise<Received> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.received.find((message) => message.type === type && fits(message));
        if (!found) return;
        clearTimeout(timer);
        this.#looks.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.#looks.delete(look);
        const seen = this.received.map((message) => message.type).join(' ');
        reject(new Error(`no ${type} came; there were: ${seen} (closed: ${this.closeCode ?? 'no'})`));
      }, timeoutMs);
      this.#looks.add(look);
      look();
    });
  }

  close(): void {
    this.socket.terminate();
  }
}
