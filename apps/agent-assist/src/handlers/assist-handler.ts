import { Inject, Injectable, type Type } from '@nestjs/common';
import type { EventDefinition } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { Assists } from '../assists.js';
import type { AssistState } from '../domain/assist-state.js';

/** A handler that takes an event into what the assistant knows: what changes is said by `fold`, in the domain. */
export function assistHandler<T>(
  type: EventDefinition<T>,
  fold: (state: AssistState, data: T) => AssistState,
): Type<EventHandler<T>> {
  @Injectable()
  class AssistHandler implements EventHandler<T> {
    readonly type = type;

    constructor(@Inject(Assists) private readonly assists: Assists) {}

    async handle({ meta, data }: BatonEvent<T>): Promise<void> {
      await this.assists.change(meta, (state) => fold(state, data));
    }
  }
  return AssistHandler;
}
