import { Inject, Injectable } from '@nestjs/common';
import { CallbackDue } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { ringCallback } from '../domain/handoff/ring-callback.js';
import { Callbacks } from '../store/callbacks.js';
import { Handoffs } from '../store/handoffs.js';

/** Looks for an agent who rings the caller. */
@Injectable()
export class CallbackDueHandler implements EventHandler<CallbackDue> {
  readonly type = CallbackDue;

  constructor(
    @Inject(Callbacks) private readonly callbacks: Callbacks,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  async handle({ meta, data }: BatonEvent<CallbackDue>): Promise<void> {
    const callback = await this.callbacks.find(data.callbackId);
    const promised = await this.handoffs.find(data.previousHandoffId);
    if (!callback || !promised) return;
    const { now, routing } = this.handoffs.viewOf(promised);
    const { ringSeconds } = routing.callback;
    await this.handoffs.begin(ringCallback(callback, promised, data, { now, ringSeconds }), meta);
  }
}
