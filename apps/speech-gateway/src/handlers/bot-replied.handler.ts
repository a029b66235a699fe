import { Inject, Injectable } from '@nestjs/common';
import { BotReplied } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { replyArrived } from '../domain/gate.js';
import { Calls } from '../store/calls.js';

/** Holds the bot's sentence at the gate of its turn. */
@Injectable()
export class BotRepliedHandler implements EventHandler<BotReplied> {
  readonly type = BotReplied;

  constructor(@Inject(Calls) private readonly calls: Calls) {}

  async handle({ meta, data }: BatonEvent<BotReplied>): Promise<void> {
    await this.calls.onEvent(meta, (call) => replyArrived(meta.subject, call, data, this.calls.now));
  }
}
