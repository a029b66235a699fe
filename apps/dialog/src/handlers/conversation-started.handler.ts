import { Inject, Injectable } from '@nestjs/common';
import { ConversationStarted } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { beginDialog } from '../domain/begin.js';
import { Dialogs } from '../dialogs.js';

@Injectable()
export class ConversationStartedHandler implements EventHandler<ConversationStarted> {
  readonly type = ConversationStarted;

  constructor(
    @Inject(Dialogs) private readonly dialogs: Dialogs,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  async handle({ meta, data }: BatonEvent<ConversationStarted>): Promise<void> {
    const pack = this.platform.packs.version(meta.tenantId, data.pack?.sha256 ?? '');
    const { botMode, language, customer } = data;
    await this.dialogs.begin(meta, () =>
      beginDialog(pack, { botMode, language, customerId: customer?.customerId ?? '' }),
    );
  }
}
