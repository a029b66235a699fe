import { Inject, Injectable } from '@nestjs/common';
import { HandoffFailed } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { notAnswered } from '../domain/ring.js';
import { backToAgent } from '../domain/settle.js';
import { returnedToBot } from '../domain/transfer.js';
import { transferSentence } from '../domain/transfer-sentences.js';
import { Calls } from '../store/calls.js';

/** The transfer could not be made: the caller goes back to the agent who asked, else to the bot, rather than to silence. */
@Injectable()
export class HandoffFailedHandler implements EventHandler<HandoffFailed> {
  readonly type = HandoffFailed;

  constructor(
    @Inject(Calls) private readonly calls: Calls,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffFailed>): Promise<void> {
    const { handoffId, previousHandoffId, previousAgentId = '' } = data;
    const { now } = this.calls;
    await this.calls.onEvent(meta, (call) => {
      if (call.phase === 'ringing') return notAnswered(meta.subject, call, 'agent-left', now);
      if (!previousHandoffId) return returnedToBot(meta.subject, call, { handoffId });
      const previous = { handoffId: previousHandoffId, agentId: previousAgentId };
      const say = transferSentence(
        this.platform.packs.version(call.tenantId, call.packSha256),
        'offHold',
        call.language,
      );
      return backToAgent(meta.subject, call, { handoffId, previous }, say, now);
    });
  }
}
