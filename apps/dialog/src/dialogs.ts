import { Inject, Injectable } from '@nestjs/common';
import type { EventMeta } from '@baton/eventing';
import { eventCause, type EventDraft, type OutboxRepository } from '@baton/persistence';
import type { DialogState } from './domain/dialog-state.js';

/** Injection token of the repository of dialogs. */
export const DIALOG_REPOSITORY = Symbol('dialog.dialogs');

/** What is understood of every conversation so far. */
@Injectable()
export class Dialogs {
  constructor(@Inject(DIALOG_REPOSITORY) private readonly repository: OutboxRepository<DialogState>) {}

  async begin(meta: EventMeta, state: () => DialogState): Promise<void> {
    await this.repository.update(meta.subject, eventCause(meta), (known) =>
      known ? undefined : { state: state(), events: [] },
    );
  }

  /** Applies an event to a conversation that has begun. */
  async change(
    meta: EventMeta,
    decide: (
      state: DialogState,
    ) => { state: DialogState; events: readonly EventDraft<unknown>[] } | undefined,
  ): Promise<void> {
    await this.repository.update(meta.subject, eventCause(meta), (state) =>
      state ? decide(state) : undefined,
    );
  }

  async find(conversationId: string): Promise<DialogState | undefined> {
    return (await this.repository.get(conversationId))?.state;
  }
}
