import { Inject, Injectable } from '@nestjs/common';
import { AssistUpdated } from '@baton/contracts';
import type { EventMeta } from '@baton/eventing';
import type { Pack } from '@baton/packs';
import { draft, eventCause, type OutboxRepository } from '@baton/persistence';
import { perPackVersion, PLATFORM, type Platform } from '@baton/service-kit';
import { newAssist, type AssistState } from './domain/assist-state.js';
import { helpFor } from './domain/help.js';
import { knowledgeOf, type KnowledgeSearch } from './knowledge.js';

/** Injection token of the repository of assists. */
export const ASSIST_REPOSITORY = Symbol('assist.assists');

/** Help for every conversation, renewed when something is said after the escalation. */
@Injectable()
export class Assists {
  readonly #knowledge = perPackVersion(knowledgeOf);

  constructor(
    @Inject(ASSIST_REPOSITORY) private readonly repository: OutboxRepository<AssistState>,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** Takes an event in; makes help where the conversation has escalated and something changed. */
  async change(meta: EventMeta, fold: (state: AssistState) => AssistState): Promise<void> {
    await this.repository.update(meta.subject, eventCause(meta), (stored) => {
      const before = stored ?? newAssist('', '');
      const changed = fold(before);
      if (changed === before && stored) return undefined;
      if (!changed.active) return { state: changed, events: [] };
      const newest = this.#help(meta.tenantId, changed);
      return { state: { ...changed, newest }, events: [draft(AssistUpdated, meta.subject, newest)] };
    });
  }

  /** The newest help; made on the spot for a conversation that has not escalated. */
  async helpOf(conversationId: string): Promise<AssistUpdated | undefined> {
    const stored = await this.repository.get(conversationId);
    return stored && (stored.state.newest ?? this.#help(stored.tenantId, stored.state));
  }

  knowledge(pack: Pack): KnowledgeSearch {
    return this.#knowledge(pack);
  }

  #help(tenantId: string, state: AssistState): AssistUpdated {
    const pack = this.platform.packs.version(tenantId, state.packSha256);
    return helpFor(state, pack, this.#knowledge(pack));
  }
}
