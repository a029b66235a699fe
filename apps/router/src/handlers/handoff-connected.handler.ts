import { Inject, Injectable } from '@nestjs/common';
import { HandoffConnected } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { callbackKept } from '../domain/handoff/callback.js';
import { colleagueJoined } from '../domain/handoff/follow-transfer.js';
import { Callbacks } from '../store/callbacks.js';
import { Handoffs } from '../store/handoffs.js';

/** Caller and colleague hear each other: the agent who asked may leave; and a callback that reached its caller is kept. */
@Injectable()
export class HandoffConnectedHandler implements EventHandler<HandoffConnected> {
  readonly type = HandoffConnected;

  constructor(
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Callbacks) private readonly callbacks: Callbacks,
  ) {}

  async handle({ meta, data }: BatonEvent<HandoffConnected>): Promise<void> {
    const { handoffId, agentId, previousHandoffId } = data;
    if (previousHandoffId) {
      await this.handoffs.onEvent(previousHandoffId, meta, (handoff, view) =>
        colleagueJoined(handoff, handoffId, view),
      );
    }
    const callbackId = (await this.handoffs.find(handoffId))?.callback?.callbackId;
    if (callbackId === undefined) return;
    await this.callbacks.onEvent(callbackId, meta, (callback) => callbackKept(callback, handoffId, agentId));
  }
}
