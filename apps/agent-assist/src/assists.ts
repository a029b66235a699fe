import { Inject, Injectable } from '@nestjs/common';
import { AssistUpdated, type Decision } from '@baton/contracts';
import type { EventMeta } from '@baton/eventing';
import type { Pack } from '@baton/packs';
import { draft, eventCause, type OutboxRepository } from '@baton/persistence';
import { perPackVersion, PLATFORM, type Platform } from '@baton/service-kit';
import type { AssistState } from './domain/assist-state.js';
import { escalated, withTopics } from './domain/fold.js';
import { completedBy, nothingHeard, type HeardSoFar } from './domain/heard-so-far.js';
import { helpFor } from './domain/help.js';
import { knowledgeOf, type KnowledgeSearch } from './knowledge.js';
import { Missed } from './missed.js';
import { Unescalated } from './unescalated.js';

/** Injection token of the repository of assists. */
export const ASSIST_REPOSITORY = Symbol('assist.assists');

/** Help for every conversation, renewed when something is said after the escalation. */
@Injectable()
export class Assists {
  readonly #knowledge = perPackVersion(knowledgeOf);

  constructor(
    @Inject(ASSIST_REPOSITORY) private readonly repository: OutboxRepository<AssistState>,
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Unescalated) private readonly unescalated: Unescalated,
    @Inject(Missed) private readonly missed: Missed,
  ) {}

  /** Takes an event in: into memory before the escalation, into the document and new help after it. */
  async hear(meta: EventMeta, hear: (heard: HeardSoFar) => HeardSoFar): Promise<void> {
    const { subject, tenantId } = meta;
    const call = await this.#unescalated(subject, tenantId);
    if (call && !call.escalating) {
      const { topics } = call.heard.state;
      const heard = hear(call.heard);
      this.unescalated.put(subject, heard);
      if (heard.state.topics !== topics) await this.#keepTopics(meta, heard.state.topics);
      return;
    }
    await this.repository.update(subject, eventCause(meta), (stored) => {
      if (!stored?.active) {
        const before = this.unescalated.get(subject);
        if (before) this.unescalated.put(subject, hear(before.heard));
        return undefined;
      }
      const { state } = hear({ tenantId, state: stored, whole: true, nextTurn: 0 });
      return state === stored ? undefined : this.#renewed(meta, state);
    });
  }

  /** A person takes over: what was heard becomes help, and is kept. */
  async escalate(meta: EventMeta, decision: Decision | undefined): Promise<void> {
    const { subject, tenantId } = meta;
    const call = await this.#unescalated(subject, tenantId);
    this.unescalated.escalating(subject);
    if (call && !call.heard.whole) await this.#complete(subject, tenantId);
    await this.repository.update(subject, eventCause(meta), (stored) => {
      const heard = this.unescalated.get(subject)?.heard ?? nothingHeard(tenantId);
      const before = stored?.active ? stored : withTopics(heard.state, stored?.topics ?? []);
      return this.#renewed(meta, escalated(before, decision));
    });
    this.unescalated.forget(subject);
  }

  ended(conversationId: string): void {
    if (!this.unescalated.get(conversationId)?.escalating) this.unescalated.forget(conversationId);
  }

  /** The newest help; made on the spot for a conversation that has not escalated. */
  async helpOf(conversationId: string): Promise<AssistUpdated | undefined> {
    const stored = await this.repository.get(conversationId);
    if (stored?.state.active) return stored.state.newest;
    const heard = this.unescalated.get(conversationId)?.heard;
    if (heard?.whole) return this.#help(heard.tenantId, heard.state);
    const packet = await this.missed.packetOf(conversationId);
    if (!packet) return undefined;
    const { state } = completedBy(nothingHeard(packet.tenantId), packet);
    return this.#help(packet.tenantId, withTopics(state, stored?.state.topics ?? []));
  }

  knowledge(pack: Pack): KnowledgeSearch {
    return this.#knowledge(pack);
  }

  /** What was heard of a call; undefined where it has escalated. */
  async #unescalated(conversationId: string, tenantId: string) {
    const known = this.unescalated.get(conversationId);
    if (known) return known;
    const stored = await this.repository.get(conversationId);
    if (stored?.state.active) return undefined;
    if (!this.unescalated.get(conversationId)) this.unescalated.put(conversationId, nothingHeard(tenantId));
    return this.unescalated.get(conversationId);
  }

  async #complete(conversationId: string, tenantId: string): Promise<void> {
    const packet = await this.missed.packetOf(conversationId);
    if (!packet) return;
    const heard = this.unescalated.get(conversationId)?.heard ?? nothingHeard(tenantId);
    this.unescalated.put(conversationId, completedBy(heard, packet));
  }

  /** The one thing no packet tells: what guidance depends on survives a restart. Most calls have none. */
  async #keepTopics(meta: EventMeta, topics: readonly string[]): Promise<void> {
    await this.repository.update(meta.subject, eventCause(meta), (stored) =>
      stored?.active
        ? undefined
        : { state: withTopics(stored ?? nothingHeard(meta.tenantId).state, topics), events: [] },
    );
  }

  #renewed(meta: EventMeta, state: AssistState) {
    const newest = this.#help(meta.tenantId, state);
    return { state: { ...state, newest }, events: [draft(AssistUpdated, meta.subject, newest)] };
  }

  #help(tenantId: string, state: AssistState): AssistUpdated {
    const pack = this.platform.packs.version(tenantId, state.packSha256);
    return helpFor(state, pack, this.#knowledge(pack));
  }
}
