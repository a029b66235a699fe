import { Inject, Injectable } from '@nestjs/common';
import { ContextServiceClient, type Packet } from '@baton/contracts';
import { errorCode } from '@baton/kernel';
import { unary } from '@baton/rpc';
import { PLATFORM, type Platform } from '@baton/service-kit';

/** A human waits for help: it is made from less rather than later, ms. */
const deadlineMs = 1_000;

/** What this process did not hear of a call, because it was not running or another had its partition. */
@Injectable()
export class Missed {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** The packet, or undefined where the context store does not know the conversation or does not answer. */
  async packetOf(conversationId: string): Promise<Packet | undefined> {
    try {
      const context = this.platform.peers.client('context-store', ContextServiceClient);
      return (await unary(context, context.getPacket, { conversationId }, deadlineMs)).packet;
    } catch (thrown) {
      this.platform.logger.warn({ code: errorCode(thrown) }, 'help is made without what was said before');
      return undefined;
    }
  }
}
