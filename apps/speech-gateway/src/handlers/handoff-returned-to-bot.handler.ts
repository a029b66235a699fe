import { Inject, Injectable } from '@nestjs/common';
import { HandoffReturnedToBot } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { returnedToBot } from '../domain/transfer.js';
import { Calls } from '../store/calls.js';

/** Gives the lease back to the bot. */
@Injectable()
export class HandoffReturnedToBotHandler implements EventHandler<HandoffReturnedToBot> {
  readonly type = HandoffReturnedToBot;

  constructor(@Inject(Calls) private readonly calls: Calls) {}

  async handle({ meta }: BatonEvent<HandoffReturnedToBot>): Promise<void> {
    await this.calls.onEvent(meta, (call) => returnedToBot(meta.subject, call));
  }
}
