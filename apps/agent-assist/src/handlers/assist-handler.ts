import { Inject, Injectable, type Type } from '@nestjs/common';
import type { EventDefinition } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { Assists } from '../assists.js';

/** A handler that takes an event to the assistant. */
export function assistHandler<T>(
  type: EventDefinition<T>,
  take: (assists: Assists, event: BatonEvent<T>) => Promise<void>,
): Type<EventHandler<T>> {
  @Injectable()
  class AssistHandler implements EventHandler<T> {
    readonly type = type;

    constructor(@Inject(Assists) private readonly assists: Assists) {}

    handle(event: BatonEvent<T>): Promise<void> {
      return take(this.assists, event);
    }
  }
  return AssistHandler;
}
