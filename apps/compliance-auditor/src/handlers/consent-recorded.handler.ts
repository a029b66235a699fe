import { Inject, Injectable } from '@nestjs/common';
import { ConsentRecorded } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { consentReceipt } from '../domain/consent-ledger.js';
import { Consents } from '../store/consents.js';

/** A consent changed. */
@Injectable()
export class ConsentRecordedHandler implements EventHandler<ConsentRecorded> {
  readonly type = ConsentRecorded;

  constructor(@Inject(Consents) private readonly consents: Consents) {}

  handle({ meta, data }: BatonEvent<ConsentRecorded>): Promise<void> {
    return this.consents.record(meta, consentReceipt(data, meta.time, meta.id));
  }
}
