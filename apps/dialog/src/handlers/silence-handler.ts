import { Inject, Injectable, type Type } from '@nestjs/common';
import type { EventDefinition } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { Dialogs } from '../dialogs.js';

/** A handler that makes the bot fall silent, or lets it speak again. */
export function silenceHandler<T>(type: EventDefinition<T>, silent: boolean): Type<EventHandler<T>> {
  @Injectable()
  class SilenceHandler implements EventHandler<T> {
    readonly type = type;

    constructor(@Inject(Dialogs) private readonly dialogs: Dialogs) {}

    async handle({ meta }: BatonEvent<T>): Promise<void> {
      await this.dialogs.change(meta, (state) =>
        state.silent === silent ? undefined : { state: { ...state, silent }, events: [] },
      );
    }
  }
  return SilenceHandler;
}
