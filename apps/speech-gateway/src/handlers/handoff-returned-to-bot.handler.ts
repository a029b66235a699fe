import { Inject, Injectable } from '@nestjs/common';
import { HandoffReturnedToBot } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { returnedToBot } from '../domain/transfer.js';
import { transferSentence } from '../domain/transfer-sentences.js';
import { Calls } from '../store/calls.js';

/** Gives the lease back to the bot, which says that it knows what was discussed. */
@Injectable()
export class HandoffReturnedToBotHandler implements EventHandler<HandoffReturnedToBot> {
  readonly type = HandoffReturnedToBot;

  constructor(
    @Inject(Calls) private readonly calls: Calls,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffReturnedToBot>): Promise<void> {
    const { handoffId, agentId } = data;
    await this.calls.onEvent(meta, (call) => {
      const pack = this.platform.packs.version(call.tenantId, call.packSha256);
      const say = agentId === '' ? '' : transferSentence(pack, 'backToBot', call.language);
      return returnedToBot(meta.subject, call, { handoffId, say, now: this.calls.now });
    });
  }
}
