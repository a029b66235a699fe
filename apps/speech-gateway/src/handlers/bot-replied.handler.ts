import { Inject, Injectable } from '@nestjs/common';
import { BotReplied } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { replyArrived } from '../domain/gate.js';
import { Calls } from '../store/calls.js';

/** The decision of the turn is on its way as a rule: the reply waits this long to be written together with it, ms. */
const gatherMs = 15;

/** Holds the bot's sentence at the gate of its turn. */
@Injectable()
export class BotRepliedHandler implements EventHandler<BotReplied> {
  readonly type = BotReplied;

  constructor(@Inject(Calls) private readonly calls: Calls) {}

  async handle({ meta, data }: BatonEvent<BotReplied>): Promise<void> {
    const { now } = this.calls;
    await this.calls.onEvent(meta, (call) => replyArrived(meta.subject, call, data, now), { gatherMs });
  }
}
