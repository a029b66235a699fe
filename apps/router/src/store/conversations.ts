import { Inject, Injectable } from '@nestjs/common';
import { TurnDecided } from '@baton/contracts';
import type { BatonEvent, EventMeta } from '@baton/eventing';
import { eventCause, type Cause, type OutboxRepository, type UpdateOptions } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { count } from '@baton/telemetry';
import {
  conversationDeadline,
  unknownConversation,
  type Conversation,
} from '../domain/deciding/conversation.js';
import type { ConversationOutcome } from '../domain/deciding/decide-turn.js';
import type { Hearing } from '../domain/deciding/hear-turn.js';
import { FailedRules } from './failed-rules.js';
import { PacksOfTenants } from './packs-of-tenants.js';
import { CONVERSATION_REPOSITORY } from './tokens.js';

/** The conversations whose turns are decided, under the one-write rule. */
@Injectable()
export class Conversations {
  readonly #failedRules: FailedRules;

  constructor(
    @Inject(CONVERSATION_REPOSITORY) private readonly repository: OutboxRepository<Conversation>,
    @Inject(PacksOfTenants) private readonly packs: PacksOfTenants,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {
    this.#failedRules = new FailedRules(platform.logger);
  }

  async find(conversationId: string): Promise<Conversation | undefined> {
    return (await this.repository.get(conversationId))?.state;
  }

  /** Applies an event. Any of them may be the first that is heard of a conversation: topics keep no order among each other. */
  onEvent(
    meta: EventMeta,
    decide: (conversation: Conversation, hearing: Hearing) => ConversationOutcome | undefined,
    options?: UpdateOptions,
  ): Promise<Conversation | undefined> {
    return this.update(meta.subject, eventCause(meta), meta.time, decide, options);
  }

  /** Resolves with the conversation as it stands afterwards. */
  async update(
    conversationId: string,
    cause: Cause,
    eventTime: number,
    decide: (conversation: Conversation, hearing: Hearing) => ConversationOutcome | undefined,
    options?: UpdateOptions,
  ): Promise<Conversation | undefined> {
    const decideNow = (known: Conversation | undefined) => {
      const conversation = known ?? unknownConversation(conversationId, cause.tenantId);
      const outcome = decide(conversation, this.#hearing(conversation, eventTime));
      return (
        outcome && {
          state: outcome.conversation,
          events: outcome.events,
          deadlineAt: conversationDeadline(outcome.conversation),
        }
      );
    };
    const { state, events } = await this.repository.update(conversationId, cause, decideNow, options);
    this.#report(events);
    return state;
  }

  #report(events: readonly BatonEvent<unknown>[]): void {
    for (const { meta, data } of events) {
      if (meta.type !== TurnDecided.type) continue;
      const { decision } = data as TurnDecided;
      count('baton.decisions', { tenant: meta.tenantId, verdict: decision?.verdict ?? '' });
      if (decision) this.#failedRules.report(meta.tenantId, decision);
    }
  }

  #hearing({ tenantId, packSha256 }: Conversation, eventTime: number): Hearing {
    return { now: this.platform.clock.now(), eventTime, policy: this.packs.policy(tenantId, packSha256) };
  }
}
