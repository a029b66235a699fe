import { Inject, Injectable } from '@nestjs/common';
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { refuse } from './refuse.js';

/** How long the gateway may take to answer an upgrade, ms. */
const connectTimeoutMs = 5_000;

/** How long a caller may take for the last bytes once the gateway hung up, ms. */
const lingerMs = 2_000;

/** What of the caller's request is the gateway's business; the desk's cookie is not. */
const forwarded = [
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
  'user-agent',
  'traceparent',
] as const;

/** The caller's WebSocket of the gateway, on the desk's own origin: bytes in, bytes out, nothing looked at. */
@Injectable()
export class CallerProxy {
  readonly #open = new Set<Duplex>();

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  upgrade(request: IncomingMessage, caller: Duplex, head: Buffer): void {
    const target = new URL('/v1/calls', this.platform.config.gatewayHttpUrl);
    const asks = target.protocol === 'https:' ? httpsRequest : httpRequest;
    const upstream = asks(target, { headers: headersOf(request), timeout: connectTimeoutMs, agent: false });
    this.#open.add(caller);
    caller.once('close', () => {
      this.#open.delete(caller);
      upstream.destroy();
    });
    upstream.once('upgrade', (response, gateway, gatewayHead) => {
      gateway.setTimeout(0);
      caller.write(statusLines(response));
      join(caller, gateway, head, gatewayHead);
    });
    upstream.once('response', (response) => {
      response.resume();
      refuse(caller, `${response.statusCode ?? 502} ${response.statusMessage ?? ''}`);
    });
    upstream.once('timeout', () => upstream.destroy(new Error('timed out')));
    upstream.on('error', (thrown) => {
      if (caller.destroyed) return;
      this.platform.logger.warn({ err: thrown }, 'the gateway does not take callers');
      refuse(caller, '502 Bad Gateway');
    });
    upstream.end();
  }

  close(): void {
    for (const caller of this.#open) caller.destroy();
  }
}

function headersOf({ headers, socket }: IncomingMessage): OutgoingHttpHeaders {
  const kept = forwarded.flatMap((name) =>
    headers[name] === undefined ? [] : [[name, headers[name]] as const],
  );
  return {
    ...Object.fromEntries(kept),
    connection: 'Upgrade',
    upgrade: 'websocket',
    'x-forwarded-for': socket.remoteAddress ?? 'unknown',
  };
}

function statusLines({ rawHeaders, statusMessage }: IncomingMessage): string {
  const lines = [`HTTP/1.1 101 ${statusMessage ?? 'Switching Protocols'}`];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    lines.push(`${rawHeaders[index]}: ${rawHeaders[index + 1]}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** Each side reads what the other writes, at the slower one's pace; if one goes, the other goes. */
function join(caller: Duplex, gateway: Duplex, fromCaller: Buffer, fromGateway: Buffer): void {
  for (const side of [caller, gateway]) if (side instanceof Socket) side.setNoDelay(true);
  if (fromCaller.length > 0) gateway.write(fromCaller);
  if (fromGateway.length > 0) caller.write(fromGateway);
  gateway.on('error', () => caller.destroy());
  // What the gateway said last still goes out; a caller that does not take it is not waited for.
  gateway.on('close', () => setTimeout(() => caller.destroy(), lingerMs).unref());
  caller.on('close', () => gateway.destroy());
  caller.pipe(gateway).pipe(caller);
}
