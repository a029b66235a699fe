import { Inject, Injectable } from '@nestjs/common';
import { CallbackScheduled, EndReason } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { endCall } from '../domain/end-call.js';
import { inTurn } from '../domain/speak.js';
import { announce } from '../domain/transfer.js';
import { Calls } from '../store/calls.js';

/** Confirms the callback and lets the caller go. */
@Injectable()
export class CallbackScheduledHandler implements EventHandler<CallbackScheduled> {
  readonly type = CallbackScheduled;

  constructor(@Inject(Calls) private readonly calls: Calls) {}

  async handle({ meta, data }: BatonEvent<CallbackScheduled>): Promise<void> {
    const { now } = this.calls;
    await this.calls.onEvent(meta, (call) =>
      inTurn(
        call,
        (current) => announce(meta.subject, current, data.text, data.language, now),
        (current) =>
          endCall(meta.subject, current, EndReason.END_REASON_CALLBACK_BOOKED, now) ?? {
            call: current,
            events: [],
          },
      ),
    );
  }
}
