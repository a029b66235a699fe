import { Inject, Injectable } from '@nestjs/common';
import { TransferOutcome, TransferSettled } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { sentenceIn } from '@baton/packs';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Call } from '../domain/call.js';
import { resumeCaller } from '../domain/hold.js';
import type { Outcome } from '../domain/outcome.js';
import { handedOver, joined, participantLeft } from '../domain/settle.js';
import { transferSentence } from '../domain/transfer-sentences.js';
import { Calls } from '../store/calls.js';

/** Hands the caller to the colleague, brings all three together, or gives the caller back to their agent. */
@Injectable()
export class TransferSettledHandler implements EventHandler<TransferSettled> {
  readonly type = TransferSettled;

  constructor(
    @Inject(Calls) private readonly calls: Calls,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  async handle({ meta, data }: BatonEvent<TransferSettled>): Promise<void> {
    await this.calls.onEvent(meta, (call) => this.#settle(meta.subject, call, data));
  }

  #settle(conversationId: string, call: Call, data: TransferSettled): Outcome | undefined {
    const { now } = this.calls;
    const pack = this.platform.packs.version(call.tenantId, call.packSha256);
    const say = (name: 'offHold' | 'joining') => transferSentence(pack, name, call.language);
    const next = { agentId: data.nextAgentId, handoffId: data.nextHandoffId };
    const to = { from: data.handoffId, next };
    switch (data.outcome) {
      case TransferOutcome.TRANSFER_OUTCOME_TRANSFERRED: {
        const connecting = sentenceIn(pack.routing.announce.connecting, call.language, ...pack.languages);
        return handedOver(conversationId, call, to, connecting, now);
      }
      case TransferOutcome.TRANSFER_OUTCOME_CONFERENCE:
        return joined(conversationId, call, to, say('joining'), now);
      default: {
        const back = { consultHandoffId: data.nextHandoffId, reason: 'cancelled', say: say('offHold') };
        return (
          resumeCaller(conversationId, call, back, now) ??
          participantLeft(conversationId, call, data.nextHandoffId)
        );
      }
    }
  }
}
