import { Inject, Injectable } from '@nestjs/common';
import { TurnDecided } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { decisionArrived } from '../domain/gate.js';
import { Calls } from '../store/calls.js';

/** Opens the gate of the turn. */
@Injectable()
export class TurnDecidedHandler implements EventHandler<TurnDecided> {
  readonly type = TurnDecided;

  constructor(@Inject(Calls) private readonly calls: Calls) {}

  async handle({ meta, data }: BatonEvent<TurnDecided>): Promise<void> {
    const { decision } = data;
    if (!decision) return;
    await this.calls.onEvent(meta, (call) => decisionArrived(meta.subject, call, decision, this.calls.now));
  }
}
