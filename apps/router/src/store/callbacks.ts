import { Inject, Injectable } from '@nestjs/common';
import type { CallbackScheduled } from '@baton/contracts';
import type { EventMeta } from '@baton/eventing';
import { eventCause, type Cause, type OutboxRepository } from '@baton/persistence';
import { callbackDeadline, type Callback, type CallbackOutcome } from '../domain/handoff/callback.js';
import { CALLBACK_REPOSITORY } from './tokens.js';

/** The callbacks that were promised. */
@Injectable()
export class Callbacks {
  constructor(@Inject(CALLBACK_REPOSITORY) private readonly repository: OutboxRepository<Callback>) {}

  /** Keeps the promise of the event; once, however often it comes. */
  async keep(
    meta: EventMeta,
    { callbackId, handoffId, queue, language, dueAtMs: dueAt, expiresAtMs: expiresAt }: CallbackScheduled,
  ): Promise<void> {
    const { tenantId, subject: conversationId } = meta;
    const callback = { callbackId, tenantId, handoffId, conversationId, queue, language, dueAt, expiresAt };
    await this.repository.update(callbackId, eventCause(meta), (known) =>
      known ? undefined : saved({ callback: { ...callback, state: 'scheduled', attempts: 0 }, events: [] }),
    );
  }

  /** Applies whatever the cause is to a callback that was promised. */
  async apply(
    callbackId: string,
    cause: Cause,
    decide: (callback: Callback) => CallbackOutcome | undefined,
  ): Promise<void> {
    await this.repository.update(callbackId, cause, (known) => known && saved(decide(known)));
  }

  onEvent(
    callbackId: string,
    meta: EventMeta,
    decide: (callback: Callback) => CallbackOutcome | undefined,
  ): Promise<void> {
    return this.apply(callbackId, eventCause(meta), decide);
  }

  async find(callbackId: string): Promise<Callback | undefined> {
    return (await this.repository.get(callbackId))?.state;
  }

  /** Those that are not over, next due first. */
  async open(tenantId: string): Promise<Callback[]> {
    const found = await this.repository.find({
      where: [{ field: 'tenantId', op: '=', value: tenantId }],
      limit: 10_000,
    });
    return found
      .map(({ state }) => state)
      .filter((callback) => callbackDeadline(callback) !== undefined)
      .sort((a, b) => a.dueAt - b.dueAt);
  }
}

function saved(outcome: CallbackOutcome | undefined) {
  if (!outcome) return undefined;
  const { callback, events } = outcome;
  return { state: callback, events, deadlineAt: callbackDeadline(callback) };
}
