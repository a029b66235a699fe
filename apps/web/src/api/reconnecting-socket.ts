const firstDelayMs = 500;
const longestDelayMs = 4_000;

/** What a `ReconnectingSocket` tells its owner. */
export interface SocketEvents {
  /** Connected, the first time or again. */
  opened(): void;
  /** A message that is JSON; anything else is dropped. */
  received(message: unknown): void;
  /** The connection broke; a new attempt follows by itself. */
  lost(): void;
}

/** A WebSocket on our own origin that comes back by itself, waiting twice as long after every failure, at most 4 s. */
export class ReconnectingSocket {
  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #closed = false;

  constructor(
    private readonly path: string,
    private readonly events: SocketEvents,
  ) {
    this.#connect();
  }

  /** Sends one JSON message; false where there is no connection at the moment. */
  send(message: object): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** Hangs up and tries again: for a server that answers but is not ready. */
  again(): void {
    this.#socket?.close();
  }

  /** No more messages, no more attempts. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#socket?.close();
  }

  #connect(): void {
    const url = new URL(this.path, window.location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.onopen = () => {
      if (this.#closed) return socket.close();
      this.#failures = 0;
      this.events.opened();
    };
    socket.onmessage = ({ data }) => {
      const message = parse(data);
      if (!this.#closed && message !== undefined) this.events.received(message);
    };
    socket.onclose = () => {
      if (this.#closed) return;
      this.events.lost();
      const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** this.#failures);
      this.#failures += 1;
      // A server that restarts must not be met by everybody in the same moment.
      this.#timer = setTimeout(() => this.#connect(), delay * (0.75 + Math.random() / 2));
    };
  }
}

function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? (JSON.parse(data) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
