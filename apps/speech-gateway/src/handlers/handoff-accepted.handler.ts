import { Inject, Injectable } from '@nestjs/common';
import { HandoffAccepted, HandoffKind } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { sentenceIn } from '@baton/packs';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { agentAccepted } from '../domain/transfer.js';
import { RingBack } from '../ring-back.js';
import { Calls } from '../store/calls.js';

/** Moves the speech lease to the agent and connects the caller; whoever was promised a callback is rung now. */
@Injectable()
export class HandoffAcceptedHandler implements EventHandler<HandoffAccepted> {
  readonly type = HandoffAccepted;

  constructor(
    @Inject(Calls) private readonly calls: Calls,
    @Inject(RingBack) private readonly ringBack: RingBack,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffAccepted>): Promise<void> {
    // A colleague who is asked talks with the agent: the lease stays where it is.
    if (data.kind === HandoffKind.HANDOFF_KIND_CONSULT) return;
    if (data.callback) return this.ringBack.ring(meta, data, data.callback);
    await this.calls.onEvent(meta, (call) => {
      const { routing, languages } = this.platform.packs.version(call.tenantId, call.packSha256);
      const connecting = sentenceIn(routing.announce.connecting, call.language, ...languages);
      const { handoffId, agentId } = data;
      const takesOver = data.kind === HandoffKind.HANDOFF_KIND_TAKEOVER;
      const accepted = { handoffId, agentId, connecting, takesOver };
      return agentAccepted(meta.subject, call, accepted, this.calls.now);
    });
  }
}
