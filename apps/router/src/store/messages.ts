import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import type { HandoffMessageTaken } from '@baton/contracts';
import type { EventMeta } from '@baton/eventing';
import { commandCause, eventCause, type OutboxRepository } from '@baton/persistence';
import { handleMessage, type CallerMessage } from '../domain/handoff/caller-message.js';
import { MESSAGE_REPOSITORY } from './tokens.js';

/** The messages callers left. */
@Injectable()
export class Messages {
  constructor(@Inject(MESSAGE_REPOSITORY) private readonly repository: OutboxRepository<CallerMessage>) {}

  /** Keeps the message of the event; once, however often it comes. */
  async keep(meta: EventMeta, data: HandoffMessageTaken): Promise<void> {
    const { messageId, handoffId, queue, text, language, leftAtMs: leftAt } = data;
    const { tenantId, subject: conversationId } = meta;
    const state = {
      messageId,
      tenantId,
      handoffId,
      conversationId,
      queue,
      text,
      language,
      leftAt,
      open: true,
    };
    await this.repository.update(messageId, eventCause(meta), (known) =>
      known ? undefined : { state, events: [] },
    );
  }

  /** Throws `not-found`; `wrong-state` where somebody else has dealt with it. */
  async handle(messageId: string, commandId: string, agentId: string, note: string): Promise<CallerMessage> {
    const { tenantId, conversationId: correlationId } = await this.require(messageId);
    const { state } = await this.repository.update(
      messageId,
      commandCause({ commandId, tenantId, correlationId }),
      (known) => {
        const outcome = known && handleMessage(known, agentId, note);
        return outcome && { state: outcome.message, events: outcome.events };
      },
      { whenBusDown: 'defer' },
    );
    return state!;
  }

  /** Throws `not-found`. */
  async require(messageId: string): Promise<CallerMessage> {
    const found = (await this.repository.get(messageId))?.state;
    if (!found) throw new BatonError('not-found', 'There is no such message.');
    return found;
  }

  /** Those nobody has dealt with, oldest first. */
  async open(tenantId: string): Promise<CallerMessage[]> {
    const found = await this.repository.find({
      where: [
        { field: 'state.open', op: '=', value: true },
        { field: 'tenantId', op: '=', value: tenantId },
      ],
      limit: 1_000,
    });
    return found.map(({ state }) => state).sort((a, b) => a.leftAt - b.leftAt);
  }
}
