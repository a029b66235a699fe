import { Inject, Injectable } from '@nestjs/common';
import { EndReason, WrapUpStarted } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { endCall } from '../domain/end-call.js';
import { participantLeft } from '../domain/settle.js';
import { Calls } from '../store/calls.js';

/** The agent finished: the call ends, unless it goes on with somebody else or the caller was faster. */
@Injectable()
export class WrapUpStartedHandler implements EventHandler<WrapUpStarted> {
  readonly type = WrapUpStarted;

  constructor(@Inject(Calls) private readonly calls: Calls) {}

  async handle({ meta, data }: BatonEvent<WrapUpStarted>): Promise<void> {
    await this.calls.onEvent(meta, (call) =>
      data.nextHandoffId
        ? participantLeft(meta.subject, call, data.handoffId)
        : endCall(meta.subject, call, EndReason.END_REASON_AGENT_FINISHED, this.calls.now),
    );
  }
}
