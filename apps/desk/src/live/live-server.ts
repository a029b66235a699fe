import { Inject, Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { BatonError } from '@baton/kernel';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { WebSocketServer, type WebSocket } from 'ws';
import { refuse } from '../proxy/refuse.js';
import { Agents } from '../peers/agents.js';
import { Sessions } from '../session/sessions.js';
import { CurrentState } from './current-state.js';
import { LiveClient } from './live-client.js';
import { LiveClients } from './live-clients.js';

/** More pages than this on one process are refused with 503, so that those who are here keep their line. */
export const maxConnections = 5_000;
/** Pages send nothing but pings. */
const maxPayload = 1_024;
const heartbeatMs = 10_000;
/** How long a page may take to say goodbye when the desk stops, ms. */
const farewellMs = 500;

/** `/api/live`: what people see changes without asking. */
@Injectable()
export class LiveServer {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload, clientTracking: false });

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(LiveClients) private readonly clients: LiveClients,
    @Inject(CurrentState) private readonly currentState: CurrentState,
    @Inject(Agents) private readonly agents: Agents,
  ) {
    let timer: NodeJS.Timeout | undefined;
    platform.runInBackground({
      start: () => {
        timer = setInterval(() => this.#heartbeat(), heartbeatMs).unref();
      },
      stop: async () => clearInterval(timer),
    });
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, query: URLSearchParams): void {
    if (this.clients.size >= maxConnections) return refuse(socket, '503 Service Unavailable');
    const watched = query.get('watch') ?? undefined;
    if (watched !== undefined && !/^[\w.:-]{1,128}$/.test(watched)) return refuse(socket, '400 Bad Request');
    const session = this.sessions.of(request);
    this.#server.handleUpgrade(request, socket, head, (client) => this.#join(client, session, watched));
  }

  close(): void {
    for (const { socket } of this.clients.all()) {
      socket.close(1012, 'restarting');
      setTimeout(() => socket.terminate(), farewellMs);
    }
  }

  #join(socket: WebSocket, session: ReturnType<Sessions['of']>, watched: string | undefined): void {
    const { logger } = this.platform;
    const client = new LiveClient(socket, session, watched, () =>
      logger.warn('a page stopped reading and was closed'),
    );
    this.clients.add(client);
    if (session) this.#tell(session.tenant, [session.agentId]);
    socket.on('close', () => this.clients.remove(client));
    // A broken frame or a reset closes the connection; `close` follows and does the rest.
    socket.on('error', (thrown) => logger.debug({ err: thrown }, 'a page connection broke'));
    socket.on('message', () => {
      client.alive = true;
    });
    socket.on('pong', () => {
      client.alive = true;
    });
    // It listens from here on; what happens while its state is fetched waits for that state.
    client.hold();
    this.currentState.of(client).then(
      (messages) => client.release(messages),
      (thrown: unknown) => {
        logger.warn(
          thrown instanceof BatonError ? { code: thrown.code } : { err: thrown },
          'a page was asked to come back later: the state of its agent is not known',
        );
        socket.close(1013, 'try again later');
      },
    );
  }

  /** The router takes agents to be away of whose pages it does not hear. */
  #tellWhoIsThere(): void {
    const byTenant = new Map<string, Set<string>>();
    for (const { session, alive } of this.clients.all()) {
      if (!session || !alive) continue;
      byTenant.set(session.tenant, (byTenant.get(session.tenant) ?? new Set()).add(session.agentId));
    }
    for (const [tenant, agentIds] of byTenant) this.#tell(tenant, [...agentIds]);
  }

  #tell(tenant: string, agentIds: readonly string[]): void {
    for (let from = 0; from < agentIds.length; from += 1_000) {
      this.agents
        .heard(tenant, agentIds.slice(from, from + 1_000))
        .catch((thrown: unknown) =>
          this.platform.logger.debug(
            { err: thrown },
            'the router did not hear of these agents; it will again soon',
          ),
        );
    }
  }

  #heartbeat(): void {
    const now = this.platform.clock.now();
    this.#tellWhoIsThere();
    for (const client of this.clients.all()) {
      const { session, socket } = client;
      if (!client.alive) socket.terminate();
      else if (session && session.exp <= now) socket.close(4401, 'session over');
      else {
        client.alive = false;
        socket.ping();
      }
    }
  }
}
