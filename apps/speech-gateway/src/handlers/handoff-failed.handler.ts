import { Inject, Injectable } from '@nestjs/common';
import { HandoffFailed } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { returnedToBot } from '../domain/transfer.js';
import { Calls } from '../store/calls.js';

/** The transfer could not be made: the bot goes on rather than silence. */
@Injectable()
export class HandoffFailedHandler implements EventHandler<HandoffFailed> {
  readonly type = HandoffFailed;

  constructor(@Inject(Calls) private readonly calls: Calls) {}

  async handle({ meta }: BatonEvent<HandoffFailed>): Promise<void> {
    await this.calls.onEvent(meta, (call) => returnedToBot(meta.subject, call));
  }
}
