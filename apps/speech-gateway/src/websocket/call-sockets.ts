import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { WebSocket } from 'ws';
import type { GatewayMessage } from './caller-messages.js';
import { isSignalOwed, type Heard } from './owed.js';

/** A caller's side that does not read: more than this many bytes waiting and it is let go, so that others are not hurt. */
export const maxBufferedBytes = 1_048_576;

/** The sockets this process holds, by conversation. */
@Injectable()
export class CallSockets {
  readonly #byConversation = new Map<string, { readonly sockets: Set<WebSocket>; heard: Heard }>();

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  attach(conversationId: string, socket: WebSocket): void {
    const known = this.#byConversation.get(conversationId);
    if (known) known.sockets.add(socket);
    else this.#byConversation.set(conversationId, { sockets: new Set([socket]), heard: this.#silent() });
  }

  /** True where nobody listens to the conversation here any more. */
  detach(conversationId: string, socket: WebSocket): boolean {
    const sockets = this.#byConversation.get(conversationId)?.sockets;
    sockets?.delete(socket);
    if (sockets && sockets.size > 0) return false;
    this.#byConversation.delete(conversationId);
    return true;
  }

  has(conversationId: string): boolean {
    return this.#byConversation.has(conversationId);
  }

  /** To every socket of the conversation. */
  push(conversationId: string, message: GatewayMessage): void {
    const line = this.#byConversation.get(conversationId);
    if (!line) return;
    line.heard = heardNow(line.heard, message, this.platform.clock.now());
    const text = JSON.stringify(message);
    for (const socket of line.sockets) this.#send(socket, text);
  }

  /** Where the caller stands, learned without telling them. */
  stands(conversationId: string, phase: Heard['phase'], onHold: boolean): void {
    const line = this.#byConversation.get(conversationId);
    if (line) line.heard = { ...line.heard, phase, onHold };
  }

  /** Somebody is being fetched for a caller who is still with the bot. */
  fetched(conversationId: string): void {
    const line = this.#byConversation.get(conversationId);
    if (line?.heard.phase === 'bot') line.heard = { ...line.heard, phase: 'waiting' };
  }

  reply(socket: WebSocket, message: GatewayMessage): void {
    this.#send(socket, JSON.stringify(message));
  }

  /** A sign of life to everyone who is owed one: no chat line, nothing recorded. */
  signal(): void {
    const now = this.platform.clock.now();
    for (const [conversationId, { heard }] of this.#byConversation) {
      if (!isSignalOwed(heard, now)) continue;
      const { phase, onHold } = heard;
      this.push(conversationId, { type: 'status', phase, onHold, stillHere: true });
    }
  }

  #silent(): Heard {
    return { phase: 'bot', onHold: false, at: this.platform.clock.now() };
  }

  #send(socket: WebSocket, text: string): void {
    if (socket.bufferedAmount > maxBufferedBytes) {
      this.platform.logger.warn('a caller connection stopped reading and was closed');
      socket.terminate();
      return;
    }
    socket.send(text);
  }
}

function heardNow(before: Heard, message: GatewayMessage, at: number): Heard {
  if (message.type === 'turn')
    return { ...before, lastSpeaker: message.speaker, at: saysSomething(message) ? at : before.at };
  if (message.type === 'status')
    return { ...before, phase: message.phase, onHold: message.onHold ?? false, at };
  return { ...before, at };
}

/** The caller's own words are no sign of ours. */
function saysSomething({ speaker }: Extract<GatewayMessage, { type: 'turn' }>): boolean {
  return speaker !== 'customer';
}
