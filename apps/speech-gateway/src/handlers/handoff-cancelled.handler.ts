import { Inject, Injectable } from '@nestjs/common';
import { HandoffCancelled } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { resumeCaller } from '../domain/hold.js';
import { transferSentence } from '../domain/transfer-sentences.js';
import { Calls } from '../store/calls.js';

/** Nothing came of the consult: the caller is off hold. */
@Injectable()
export class HandoffCancelledHandler implements EventHandler<HandoffCancelled> {
  readonly type = HandoffCancelled;

  constructor(
    @Inject(Calls) private readonly calls: Calls,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffCancelled>): Promise<void> {
    const { handoffId: consultHandoffId, reason } = data;
    await this.calls.onEvent(meta, (call) => {
      const say = transferSentence(
        this.platform.packs.version(call.tenantId, call.packSha256),
        'offHold',
        call.language,
      );
      return resumeCaller(meta.subject, call, { consultHandoffId, reason, say }, this.calls.now);
    });
  }
}
