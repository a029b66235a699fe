import { Inject, Injectable } from '@nestjs/common';
import { HandoffMessageTaken } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { Messages } from '../store/messages.js';

/** Keeps the message for whoever is there next. */
@Injectable()
export class HandoffMessageTakenHandler implements EventHandler<HandoffMessageTaken> {
  readonly type = HandoffMessageTaken;

  constructor(@Inject(Messages) private readonly messages: Messages) {}

  async handle({ meta, data }: BatonEvent<HandoffMessageTaken>): Promise<void> {
    await this.messages.keep(meta, data);
  }
}
