import { WebSocket } from 'ws';

/** Any message of a WebSocket of Baton. */
export interface LineMessage {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface LineOptions {
  readonly url: string;
  readonly cookie?: string;
  /** The connection is up, for the first time or again. */
  readonly onOpen: () => void;
  readonly onMessage: (message: LineMessage) => void;
  readonly onBroken?: () => void;
}

/** Between two attempts to come back, ms. */
const redialMs = 150;

/** A WebSocket that comes back by itself, as a phone or a page does, until it is closed. */
export class Line {
  readonly #options: LineOptions;
  #socket: WebSocket | undefined;
  #closed = false;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#dial();
  }

  /** False where the connection is down: whoever sends decides whether to say it again. */
  send(message: unknown): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** Breaks the connection and dials again. */
  redial(): void {
    this.#socket?.terminate();
  }

  close(): void {
    this.#closed = true;
    this.#socket?.terminate();
  }

  #dial(): void {
    const { url, cookie, onOpen, onMessage, onBroken } = this.#options;
    const socket = new WebSocket(url, cookie === undefined ? {} : { headers: { cookie } });
    this.#socket = socket;
    let wasOpen = false;
    socket.on('open', () => {
      wasOpen = true;
      onOpen();
    });
    socket.on('message', (data: Buffer) => {
      if (!this.#closed) onMessage(JSON.parse(data.toString()) as LineMessage);
    });
    // A refused or reset connection closes; `close` does the rest.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.#closed) return;
      if (wasOpen) onBroken?.();
      setTimeout(() => {
        if (!this.#closed) this.#dial();
      }, redialMs);
    });
  }
}
