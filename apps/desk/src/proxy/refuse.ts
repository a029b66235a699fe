import type { Duplex } from 'node:stream';

/** Answers an upgrade with a plain HTTP status, e.g. `404 Not Found`, and hangs up. */
export function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
