import { Inject, Injectable } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { BatonError } from '@baton/kernel';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { readSessionCookie, sessionCookie } from './session-cookie.js';
import { openSessionKey } from './session-key.js';
import { openSession, signSession, type Session } from './session.js';

/** A working day. */
const lifetimeMs = 12 * 3_600_000;

/** Who is behind a request. */
@Injectable()
export class Sessions {
  readonly #key: Uint8Array;

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {
    this.#key = openSessionKey(platform.config, (message) => platform.logger.warn(message));
  }

  /** Undefined for a stranger, and for a cookie this desk did not make. */
  of(request: IncomingMessage): Session | undefined {
    const cookie = readSessionCookie(request.headers.cookie);
    return cookie === undefined ? undefined : openSession(cookie, this.#key, this.platform.clock.now());
  }

  /** Throws `not-signed-in`. */
  required(request: IncomingMessage): Session {
    const session = this.of(request);
    if (!session) throw new BatonError('not-signed-in', 'Sign in first.');
    return session;
  }

  begin(request: IncomingMessage, response: ServerResponse, who: Omit<Session, 'exp'>): void {
    const value = signSession({ ...who, exp: this.platform.clock.now() + lifetimeMs }, this.#key);
    response.setHeader('set-cookie', sessionCookie(value, lifetimeMs / 1_000, isSecure(request)));
  }

  end(request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('set-cookie', sessionCookie('', 0, isSecure(request)));
  }
}

/** The page says how it reached us, also where something before the desk ends TLS. */
function isSecure({ headers }: IncomingMessage): boolean {
  return headers.origin?.startsWith('https://') ?? false;
}
