import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import { unary } from '@baton/rpc';
import { packetView, type PacketView } from '../views/packet-view.js';
import { DeskPeers } from './desk-peers.js';

/** Handoff packets, as the context store has them now. */
@Injectable()
export class Packets {
  constructor(@Inject(DeskPeers) private readonly peers: DeskPeers) {}

  /** Rejects with `not-found`, or `peer-unavailable` after `deadlineMs`. */
  async get(conversationId: string, deadlineMs?: number): Promise<PacketView> {
    const { context } = this.peers;
    const { packet } = await unary(context, context.getPacket, { conversationId }, deadlineMs);
    if (!packet) throw new BatonError('not-found', 'There is no such conversation.');
    return packetView(packet);
  }
}
