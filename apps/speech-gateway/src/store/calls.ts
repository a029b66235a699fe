import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import { eventCause, type Cause, type OutboxRepository, type UpdateOptions } from '@baton/persistence';
import type { EventMeta } from '@baton/eventing';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { CardMemory } from '../domain/card-memory.js';
import { nextDeadline, type Call } from '../domain/call.js';
import type { Outcome } from '../domain/outcome.js';

/** Injection token of the repository of calls. */
export const CALL_REPOSITORY = Symbol('gateway.calls');

/** The live legs, under the one-write rule. */
@Injectable()
export class Calls {
  constructor(
    @Inject(CALL_REPOSITORY) private readonly repository: OutboxRepository<Call>,
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CardMemory) private readonly cards: CardMemory,
  ) {}

  get now(): number {
    return this.platform.clock.now();
  }

  /** Applies an event; a conversation this gateway never had is none of its business. */
  async onEvent(
    meta: EventMeta,
    decide: (call: Call) => Outcome | undefined,
    options?: UpdateOptions,
  ): Promise<void> {
    const { state } = await this.repository.update(
      meta.subject,
      eventCause(meta),
      (call) => (call ? this.#saved(decide(call)) : undefined),
      options,
    );
    if (state?.phase === 'ended') this.cards.forget(meta.subject);
  }

  /** Applies a command to an existing call. Throws `not-found`. */
  async command(
    conversationId: string,
    cause: Cause,
    decide: (call: Call) => Outcome | undefined,
  ): Promise<Call> {
    const { state } = await this.repository.update(
      conversationId,
      cause,
      (call) => {
        if (!call) throw new BatonError('not-found', 'There is no such conversation.');
        return this.#saved(decide(call));
      },
      { whenBusDown: 'defer' },
    );
    if (state!.phase === 'ended') this.cards.forget(conversationId);
    return state!;
  }

  /** Begins a call. The same command again finds the call it began. */
  async begin(conversationId: string, cause: Cause, decide: () => Outcome): Promise<Call> {
    const { state } = await this.repository.update(
      conversationId,
      cause,
      (call) => (call ? undefined : this.#saved(decide())),
      { whenBusDown: 'defer' },
    );
    return state!;
  }

  async find(conversationId: string): Promise<Call | undefined> {
    return (await this.repository.get(conversationId))?.state;
  }

  #saved(outcome: Outcome | undefined) {
    if (!outcome) return undefined;
    return {
      state: outcome.call,
      events: outcome.events,
      deadlineAt: nextDeadline(outcome.call, this.platform.config.gateMs),
    };
  }
}
