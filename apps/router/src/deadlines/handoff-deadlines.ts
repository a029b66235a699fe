import { Inject, Injectable } from '@nestjs/common';
import { DeadlineRunner, type OutboxRepository } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Handoff } from '../domain/handoff/handoff.js';
import { deadlinePassed } from '../domain/handoff/wait.js';
import { inTraceOf } from '../in-trace-of.js';
import { Handoffs } from '../store/handoffs.js';
import { HANDOFF_REPOSITORY } from '../store/tokens.js';

/** Runs what a handoff does by itself: announcements, steps, offers nobody answered, bridges that did not come, wrap-ups. */
@Injectable()
export class HandoffDeadlines {
  constructor(
    @Inject(PLATFORM) platform: Platform,
    @Inject(HANDOFF_REPOSITORY) repository: OutboxRepository<Handoff>,
    @Inject(Handoffs) handoffs: Handoffs,
  ) {
    const runner = new DeadlineRunner<Handoff>({
      repository,
      clock: platform.clock,
      onDeadline: ({ id, state, cause }) =>
        inTraceOf(state.traceparent, () => handoffs.apply(id, cause, deadlinePassed)),
      onError: (thrown) => platform.logger.warn({ err: thrown }, 'a handoff deadline will be tried again'),
    });
    platform.runInBackground({ start: () => runner.start(), stop: () => runner.stop() });
  }
}
