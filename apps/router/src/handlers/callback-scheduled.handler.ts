import { Inject, Injectable } from '@nestjs/common';
import { CallbackScheduled } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { Callbacks } from '../store/callbacks.js';

/** Keeps the promise to ring. */
@Injectable()
export class CallbackScheduledHandler implements EventHandler<CallbackScheduled> {
  readonly type = CallbackScheduled;

  constructor(@Inject(Callbacks) private readonly callbacks: Callbacks) {}

  async handle({ meta, data }: BatonEvent<CallbackScheduled>): Promise<void> {
    await this.callbacks.keep(meta, data);
  }
}
