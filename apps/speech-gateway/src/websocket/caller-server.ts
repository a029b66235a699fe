import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { CallControl } from '../call-control.js';
import { CallerSession } from './caller-session.js';
import { CallSockets } from './call-sockets.js';

/** More callers than this on one process are refused with 503, so that those who are here keep their line. */
export const maxConnections = 10_000;
/** Largest message, bytes: a turn of 64 KiB as JSON. */
const maxPayload = 524_288;

/** `/v1/calls`: the caller's side as a WebSocket. */
@Injectable()
export class CallerServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload });
  /** False: what happens to a call would not be heard here, and its caller would be told nothing of it. */
  #listening = false;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(CallControl) private readonly control: CallControl,
    @Inject(CallSockets) private readonly sockets: CallSockets,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {
    platform.runInBackground({
      start: () => undefined,
      listening: () => {
        this.#listening = true;
      },
      stop: async () => undefined,
    });
  }

  onApplicationBootstrap(): void {
    const http = this.host.httpAdapter.getHttpServer() as Server;
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.#upgrade(request, socket, head),
    );
  }

  /** Before Nest closes the HTTP server, which waits for every connection that was upgraded. */
  beforeApplicationShutdown(): void {
    for (const client of this.#server.clients) client.close(1012, 'restarting');
    this.#server.close();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname } = new URL(request.url ?? '/', 'http://gateway');
    if (pathname !== '/v1/calls') return refuse(socket, '404 Not Found');
    if (!this.#listening || this.#server.clients.size >= maxConnections)
      return refuse(socket, '503 Service Unavailable');
    this.#server.handleUpgrade(request, socket, head, (client) => {
      const session = new CallerSession(client, this.control, this.sockets, this.platform);
      client.on('message', (data, isBinary) => session.receive(isBinary ? '' : (data as Buffer).toString()));
      client.on('close', () => session.closed());
      // A broken frame or a reset closes the connection; `close` follows and does the rest.
      client.on('error', (thrown) => this.platform.logger.debug({ err: thrown }, 'caller connection broke'));
    });
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
