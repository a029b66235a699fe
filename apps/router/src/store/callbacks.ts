import { Inject, Injectable } from '@nestjs/common';
import type { CallbackScheduled } from '@baton/contracts';
import type { EventMeta } from '@baton/eventing';
import { eventCause, type OutboxRepository } from '@baton/persistence';
import { CALLBACK_REPOSITORY } from './tokens.js';

/** Somebody is to be rung. */
export interface Callback {
  readonly callbackId: string;
  readonly tenantId: string;
  readonly handoffId: string;
  readonly conversationId: string;
  readonly queue: string;
  readonly language: string;
  readonly dueAt: number;
  readonly expiresAt: number;
}

/** The callbacks that were promised. */
@Injectable()
export class Callbacks {
  constructor(@Inject(CALLBACK_REPOSITORY) private readonly repository: OutboxRepository<Callback>) {}

  /** Keeps the promise of the event; once, however often it comes. */
  async keep(
    meta: EventMeta,
    { callbackId, handoffId, queue, language, ...times }: CallbackScheduled,
  ): Promise<void> {
    await this.repository.update(callbackId, eventCause(meta), (known) =>
      known
        ? undefined
        : {
            state: {
              callbackId,
              tenantId: meta.tenantId,
              handoffId,
              conversationId: meta.subject,
              queue,
              language,
              dueAt: times.dueAtMs,
              expiresAt: times.expiresAtMs,
            },
            events: [],
          },
    );
  }
}
