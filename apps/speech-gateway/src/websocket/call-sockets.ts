import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { WebSocket } from 'ws';
import type { GatewayMessage } from './caller-messages.js';

/** A caller's side that does not read: more than this many bytes waiting and it is let go, so that others are not hurt. */
export const maxBufferedBytes = 1_048_576;

/** The sockets this process holds, by conversation. */
@Injectable()
export class CallSockets {
  readonly #byConversation = new Map<string, Set<WebSocket>>();
  readonly #legs = new WeakMap<WebSocket, number>();

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** `leg`: the leg of the conversation the socket is. */
  attach(conversationId: string, socket: WebSocket, leg = 1): void {
    this.#legs.set(socket, leg);
    const sockets = this.#byConversation.get(conversationId) ?? new Set();
    sockets.add(socket);
    this.#byConversation.set(conversationId, sockets);
  }

  /** True where nobody listens to the conversation here any more. */
  detach(conversationId: string, socket: WebSocket): boolean {
    const sockets = this.#byConversation.get(conversationId);
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
    const sockets = this.#byConversation.get(conversationId);
    if (!sockets) return;
    const text = JSON.stringify(message);
    for (const socket of sockets) this.#send(socket, text);
  }

  /** Tells the sockets of earlier legs where the conversation goes on, and lets them go. */
  moveOn(conversationId: string, leg: number, channel: string): void {
    for (const socket of this.#byConversation.get(conversationId) ?? []) {
      if ((this.#legs.get(socket) ?? 1) >= leg) continue;
      this.reply(socket, { type: 'moved', channel });
      socket.close(1000, 'moved');
    }
  }

  reply(socket: WebSocket, message: GatewayMessage): void {
    this.#send(socket, JSON.stringify(message));
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
