import { Inject, Injectable } from '@nestjs/common';
import { DeadlineRunner, type OutboxRepository } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { callbackDue, type Callback } from '../domain/handoff/callback.js';
import { Callbacks } from '../store/callbacks.js';
import { CALLBACK_REPOSITORY } from '../store/tokens.js';

/** Rings those who were promised it when their time comes, and ends promises that ran out. */
@Injectable()
export class CallbackDeadlines {
  constructor(
    @Inject(PLATFORM) platform: Platform,
    @Inject(CALLBACK_REPOSITORY) repository: OutboxRepository<Callback>,
    @Inject(Callbacks) callbacks: Callbacks,
  ) {
    const runner = new DeadlineRunner<Callback>({
      repository,
      clock: platform.clock,
      onDeadline: ({ id, cause, now }) =>
        callbacks.apply(id, cause, (callback) => callbackDue(callback, now)),
      onError: (thrown) => platform.logger.warn({ err: thrown }, 'a callback will be tried again'),
    });
    platform.runInBackground({ start: () => runner.start(), stop: () => runner.stop() });
  }
}
