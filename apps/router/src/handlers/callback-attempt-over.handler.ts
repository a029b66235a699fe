import { Inject, Injectable, type Type } from '@nestjs/common';
import { HandoffAbandoned, HandoffFailed } from '@baton/contracts';
import type { BatonEvent, EventHandler, EventType } from '@baton/eventing';
import { attemptFailed } from '../domain/handoff/callback.js';
import { Callbacks } from '../store/callbacks.js';
import { Handoffs } from '../store/handoffs.js';

/** A handler that plans the next attempt of a callback whose present one came to nothing. */
function attemptOver<T extends { readonly handoffId: string }>(
  type: EventType<T>,
  reasonOf: (data: T) => string,
): Type<EventHandler<T>> {
  @Injectable()
  class CallbackAttemptOverHandler implements EventHandler<T> {
    readonly type = type;

    constructor(
      @Inject(Handoffs) private readonly handoffs: Handoffs,
      @Inject(Callbacks) private readonly callbacks: Callbacks,
    ) {}

    async handle({ meta, data }: BatonEvent<T>): Promise<void> {
      const handoff = await this.handoffs.find(data.handoffId);
      if (!handoff?.callback) return;
      const { now, routing } = this.handoffs.viewOf(handoff);
      await this.callbacks.onEvent(handoff.callback.callbackId, meta, (callback) =>
        attemptFailed(callback, data.handoffId, reasonOf(data), now, routing.callback),
      );
    }
  }
  return CallbackAttemptOverHandler;
}

export const callbackAttemptOverHandlers = [
  attemptOver(HandoffFailed, ({ reason }) => reason),
  attemptOver(HandoffAbandoned, () => 'caller-left'),
];
