import { Inject, Injectable } from '@nestjs/common';
import { HandoffAccepted } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { sentenceIn } from '@baton/packs';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { agentAccepted } from '../domain/transfer.js';
import { Calls } from '../store/calls.js';

/** Moves the speech lease to the agent and connects the caller. */
@Injectable()
export class HandoffAcceptedHandler implements EventHandler<HandoffAccepted> {
  readonly type = HandoffAccepted;

  constructor(
    @Inject(Calls) private readonly calls: Calls,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffAccepted>): Promise<void> {
    await this.calls.onEvent(meta, (call) => {
      const { routing, languages } = this.platform.packs.version(call.tenantId, call.packSha256);
      const connecting = sentenceIn(routing.announce.connecting, call.language, ...languages);
      const { handoffId, agentId } = data;
      return agentAccepted(meta.subject, call, { handoffId, agentId, connecting }, this.calls.now);
    });
  }
}
