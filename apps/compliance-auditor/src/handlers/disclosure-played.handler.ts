import { Inject, Injectable } from '@nestjs/common';
import { DisclosurePlayed } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { disclosureReceipt } from '../domain/consent-ledger.js';
import { Consents } from '../store/consents.js';

/** The caller was told something the law asks for. */
@Injectable()
export class DisclosurePlayedHandler implements EventHandler<DisclosurePlayed> {
  readonly type = DisclosurePlayed;

  constructor(@Inject(Consents) private readonly consents: Consents) {}

  handle({ meta, data }: BatonEvent<DisclosurePlayed>): Promise<void> {
    return this.consents.record(meta, disclosureReceipt(data, meta.time, meta.id));
  }
}
