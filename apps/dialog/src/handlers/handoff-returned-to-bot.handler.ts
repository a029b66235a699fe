import { Inject, Injectable } from '@nestjs/common';
import { HandoffReturnedToBot } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { Dialogs } from '../dialogs.js';
import { giveBack } from '../domain/give-back.js';

/** The bot goes on with what the human learned. */
@Injectable()
export class HandoffReturnedToBotHandler implements EventHandler<HandoffReturnedToBot> {
  readonly type = HandoffReturnedToBot;

  constructor(@Inject(Dialogs) private readonly dialogs: Dialogs) {}

  async handle({ meta, data }: BatonEvent<HandoffReturnedToBot>): Promise<void> {
    await this.dialogs.change(meta, (state) => ({ state: giveBack(state, data.slots), events: [] }));
  }
}
