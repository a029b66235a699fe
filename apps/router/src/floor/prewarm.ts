import { Inject, Injectable } from '@nestjs/common';
import { Channel, Verdict, type Decision } from '@baton/contracts';
import type { EventMeta } from '@baton/eventing';
import { chooseQueue } from '@baton/policy';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { count } from '@baton/telemetry';
import { callerFactsOf } from '../domain/caller-facts-of.js';
import type { Place } from '../domain/handoff/queue-view.js';
import { channelMessage, priorityWord } from '../domain/words.js';
import { FloorLeases } from '../store/floor-leases.js';
import { PacksOfTenants } from '../store/packs-of-tenants.js';
import { Floor } from './floor.js';

/** What became of an agent held in advance. */
type Ending = 'held' | 'used' | 'taken' | 'fell' | 'expired' | 'ended';

/**
 * Holds an agent in advance for a conversation whose risk rises, in memory and without telling anybody. A real request takes them all the
 * same, if nobody is as good; when the conversation escalates they are asked first. Where the risk falls or the time passes, they
 * are let go.
 */
@Injectable()
export class Prewarm {
  constructor(
    @Inject(Floor) private readonly floor: Floor,
    @Inject(FloorLeases) private readonly leases: FloorLeases,
    @Inject(PacksOfTenants) private readonly packs: PacksOfTenants,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** A turn was decided. */
  decided(
    { tenantId, subject: conversationId }: Pick<EventMeta, 'tenantId' | 'subject'>,
    decision: Decision,
  ): void {
    const { routing } = this.packs.pack(tenantId, '');
    const { prewarm } = routing;
    if (!prewarm || !this.leases.mayMatch(tenantId)) return;
    const now = this.platform.clock.now();
    const holds = this.floor.holds(tenantId);
    for (const _over of holds.expire(now)) this.#count(tenantId, 'expired');
    // The handoff that begins now finds its agent by itself.
    if (decision.verdict === Verdict.VERDICT_ESCALATE) return;
    if (decision.risk < prewarm.risk) {
      if (holds.drop(conversationId)) this.#count(tenantId, 'fell');
      return;
    }
    const until = now + prewarm.holdSeconds * 1000;
    const known = holds.of(conversationId, now);
    const place = this.#placeOf(tenantId, conversationId, decision, now);
    const agentId = place && this.floor.bestFor(place, now);
    if (!place || agentId === undefined || holds.forAnother(agentId, conversationId, now)) return;
    holds.put({ agentId, conversationId, queue: place.queue, until });
    if (known?.agentId !== agentId) this.#count(tenantId, 'held');
  }

  /** The conversation is over. */
  ended(tenantId: string, conversationId: string): void {
    if (this.floor.holds(tenantId).drop(conversationId)) this.#count(tenantId, 'ended');
  }

  /** An agent is reserved: for whom they were held, or for somebody else. */
  reserved(place: Place, agentId: string): void {
    const { tenantId, conversationId } = place;
    const holds = this.floor.holds(tenantId);
    const now = this.platform.clock.now();
    const other = holds.forAnother(agentId, conversationId, now);
    if (other) {
      holds.drop(other.conversationId);
      this.#count(tenantId, 'taken');
    }
    if (holds.drop(conversationId)?.agentId === agentId) this.#count(tenantId, 'used');
  }

  /** Where the conversation would wait if it escalated now; undefined where nobody answers that queue. */
  #placeOf(tenantId: string, conversationId: string, decision: Decision, now: number): Place | undefined {
    const { routing, sha256 } = this.packs.pack(tenantId, '');
    const { skills, language } = decision;
    const priority = priorityWord(decision.priority);
    const { queue, open } = chooseQueue(routing, { skills, language, priority, now });
    if (!open) return undefined;
    const channel = channelMessage((decision.signals as { channel?: string } | undefined)?.channel);
    return {
      handoffId: '',
      conversationId,
      tenantId,
      packSha256: sha256,
      queue,
      queueOpen: true,
      priority,
      language,
      skills,
      waitingSince: now,
      excluded: [],
      channel: channel ?? Channel.CHANNEL_PHONE,
      caller: callerFactsOf(decision),
    };
  }

  #count(tenant: string, result: Ending): void {
    count('baton.prewarm', { tenant, result });
  }
}
