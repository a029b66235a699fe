import { Inject, Injectable } from '@nestjs/common';
import type { CallbackAttempt, HandoffAccepted } from '@baton/contracts';
import type { EventMeta } from '@baton/eventing';
import { eventCause } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { ring } from './domain/ring.js';
import { Calls } from './store/calls.js';

/** Rings a caller who was promised it: a call of its own, known to the one it was promised in. */
@Injectable()
export class RingBack {
  constructor(
    @Inject(Calls) private readonly calls: Calls,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** A conversation this gateway never had cannot be rung; the router notices that nobody was reached and tries again. */
  async ring(
    meta: EventMeta,
    { handoffId, agentId }: HandoffAccepted,
    attempt: CallbackAttempt,
  ): Promise<void> {
    const { callbackId, previousConversationId, ringSeconds } = attempt;
    const promised = await this.calls.find(previousConversationId);
    if (!promised) {
      this.platform.logger.warn(
        { callbackId },
        'a callback cannot be rung: its conversation is not known here',
      );
      return;
    }
    const { now } = this.calls;
    const outbound = {
      ...{ handoffId, agentId, callbackId, previousConversationId },
      attempt: attempt.attempt,
      answerBy: now + ringSeconds * 1000,
    };
    await this.calls.begin(meta.subject, eventCause(meta), () => ring(meta.subject, promised, outbound, now));
    // The caller's side waits by the conversation it knows.
    await this.calls.onEvent({ ...meta, subject: previousConversationId }, (call) => ({
      call: { ...call, calledBackIn: meta.subject },
      events: [],
    }));
  }
}
