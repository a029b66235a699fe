import { Inject, Injectable } from '@nestjs/common';
import { HumanOffered } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { Dialogs } from '../dialogs.js';

/** The caller was offered a person: their next yes or no answers that. */
@Injectable()
export class HumanOfferedHandler implements EventHandler<HumanOffered> {
  readonly type = HumanOffered;

  constructor(@Inject(Dialogs) private readonly dialogs: Dialogs) {}

  async handle({ meta }: BatonEvent<HumanOffered>): Promise<void> {
    await this.dialogs.change(meta, (state) => ({
      state: { ...state, offers: { ...state.offers, made: state.offers.made + 1, open: true } },
      events: [],
    }));
  }
}
