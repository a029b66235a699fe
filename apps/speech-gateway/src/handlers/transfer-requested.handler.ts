import { Inject, Injectable } from '@nestjs/common';
import { HandoffKind, TransferRequested } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { holdCaller } from '../domain/hold.js';
import { passOn } from '../domain/pass-on.js';
import { transferSentence } from '../domain/transfer-sentences.js';
import { Calls } from '../store/calls.js';

/** The caller is passed on and hears so, or is put on hold while a colleague is asked. */
@Injectable()
export class TransferRequestedHandler implements EventHandler<TransferRequested> {
  readonly type = TransferRequested;

  constructor(
    @Inject(Calls) private readonly calls: Calls,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  async handle({ meta, data }: BatonEvent<TransferRequested>): Promise<void> {
    const { now } = this.calls;
    const consults = data.kind === HandoffKind.HANDOFF_KIND_CONSULT;
    await this.calls.onEvent(meta, (call) => {
      const pack = this.platform.packs.version(call.tenantId, call.packSha256);
      const say = transferSentence(pack, consults ? 'onHold' : 'transferring', call.language);
      return (consults ? holdCaller : passOn)(meta.subject, call, data, say, now);
    });
  }
}
