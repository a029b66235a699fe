import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { fromSameOrigin } from '../http/same-origin.js';
import { LiveServer } from '../live/live-server.js';
import { CallerProxy } from './caller-proxy.js';
import { refuse } from './refuse.js';

/** Who answers which WebSocket. A page of another site gets none. */
@Injectable()
export class Upgrades implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(CallerProxy) private readonly caller: CallerProxy,
  ) {}

  onApplicationBootstrap(): void {
    const http = this.host.httpAdapter.getHttpServer() as Server;
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // Until somebody takes the socket over, a reset must not become an uncaught error.
      socket.on('error', () => socket.destroy());
      this.#dispatch(request, socket, head);
    });
  }

  // Before the HTTP server closes: it waits for every connection, also the upgraded ones.
  beforeApplicationShutdown(): void {
    this.live.close();
    this.caller.close();
  }

  #dispatch(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!fromSameOrigin(request)) return refuse(socket, '403 Forbidden');
    const [path = '', query = ''] = (request.url ?? '').split('?');
    if (path === '/api/live') return this.live.upgrade(request, socket, head, new URLSearchParams(query));
    if (path === '/gateway/v1/calls') return this.caller.upgrade(request, socket, head);
    refuse(socket, '404 Not Found');
  }
}
