import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import { currentTraceparent, type EventMeta } from '@baton/eventing';
import {
  commandCause,
  eventCause,
  type Cause,
  type OutboxRepository,
  type UpdateOptions,
} from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { EarlyLeave } from '../domain/handoff/early-leave.js';
import type { Handoff, HandoffOutcome } from '../domain/handoff/handoff.js';
import { leave } from '../domain/handoff/leave.js';
import type { QueueView } from '../domain/handoff/queue-view.js';
import { requestHandoff, type Escalation } from '../domain/handoff/request-handoff.js';
import { handoffDeadline } from '../domain/handoff/wait.js';
import { Floor } from '../floor/floor.js';
import { inTraceOf } from '../in-trace-of.js';
import { countHandoffs } from './count-handoffs.js';
import { PacksOfTenants } from './packs-of-tenants.js';
import { HANDOFF_REPOSITORY } from './tokens.js';

type Stored = Handoff | EarlyLeave;
type Decide = (handoff: Handoff, view: QueueView) => HandoffOutcome | undefined;

/** The handoffs, under the one-write rule. Every save is shown to the floor. */
@Injectable()
export class Handoffs {
  readonly #runningSince: number;

  constructor(
    @Inject(HANDOFF_REPOSITORY) private readonly repository: OutboxRepository<Stored>,
    @Inject(PacksOfTenants) private readonly packs: PacksOfTenants,
    @Inject(Floor) private readonly floor: Floor,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {
    this.#runningSince = platform.clock.now();
  }

  /** Begins a handoff, unless it began before. */
  async begin(
    escalation: Omit<Escalation, 'callerGone'>,
    meta: EventMeta,
    callerGone = false,
  ): Promise<void> {
    const traceparent = currentTraceparent() ?? meta.traceparent;
    const asked = { ...escalation, ...(traceparent === undefined ? {} : { traceparent }) };
    await this.beginBecause(asked, eventCause(meta), callerGone);
  }

  /** `begin`, whatever the cause is; resolves with the handoff as it stands. */
  async beginBecause(
    asked: Omit<Escalation, 'callerGone'>,
    cause: Cause,
    callerGone = false,
    options?: UpdateOptions,
  ): Promise<Handoff> {
    const handoff = await this.#update(
      asked.handoffId,
      cause,
      (known) =>
        known && known.state !== 'left-early'
          ? undefined
          : requestHandoff({ ...asked, callerGone: callerGone || known !== undefined }, this.#viewFor(asked)),
      options,
    );
    return handoff!;
  }

  /** The conversation is over, perhaps before its handoff began. */
  async callerLeft(handoffId: string, meta: EventMeta): Promise<void> {
    const { subject: conversationId, tenantId } = meta;
    await this.repository.update(handoffId, eventCause(meta), (known) =>
      known
        ? undefined
        : { state: { state: 'left-early', open: false, handoffId, conversationId, tenantId }, events: [] },
    );
    await this.onEvent(handoffId, meta, leave);
  }

  /** Applies an event to a handoff that began; resolves with how it stands afterwards. */
  onEvent(handoffId: string, meta: EventMeta, decide: Decide): Promise<Handoff | undefined> {
    return this.apply(handoffId, eventCause(meta), decide);
  }

  /** Applies whatever the cause is. */
  apply(
    handoffId: string,
    cause: Cause,
    decide: Decide,
    options?: UpdateOptions,
  ): Promise<Handoff | undefined> {
    return this.#update(
      handoffId,
      cause,
      (known) => (known && known.state !== 'left-early' ? decide(known, this.viewOf(known)) : undefined),
      options,
    );
  }

  /** Applies what a person asks for, in the trace of the call. Throws `not-found`, and what `decide` throws. */
  async command(handoffId: string, commandId: string, decide: Decide): Promise<Handoff> {
    const { tenantId, conversationId, traceparent } = await this.require(handoffId);
    const cause = commandCause({
      commandId: commandId || this.platform.ids.next(),
      tenantId,
      correlationId: conversationId,
    });
    const applied = await inTraceOf(traceparent, () =>
      this.apply(handoffId, cause, decide, { whenBusDown: 'defer' }),
    );
    return applied!;
  }

  async find(handoffId: string): Promise<Handoff | undefined> {
    const stored = (await this.repository.get(handoffId))?.state;
    return stored && stored.state !== 'left-early' ? stored : undefined;
  }

  /** Throws `not-found`. */
  async require(handoffId: string): Promise<Handoff> {
    const handoff = await this.find(handoffId);
    if (!handoff) throw new BatonError('not-found', 'There is no such handoff.');
    return handoff;
  }

  /** Handoffs that are not finished, oldest first; of every tenant where none is named. */
  async allOpen(tenantId?: string): Promise<Handoff[]> {
    const ofTenant = tenantId === undefined ? [] : [{ field: 'tenantId', op: '=', value: tenantId } as const];
    const found = await this.repository.find({
      where: [{ field: 'state.open', op: '=', value: true }, ...ofTenant],
      limit: 1_000_000,
    });
    const open = found.map(({ state }) => state).filter((stored) => stored.state !== 'left-early');
    return open.sort((a, b) => a.requestedAt - b.requestedAt);
  }

  /** How the world looks to this handoff now. */
  viewOf(handoff: Handoff): QueueView {
    return this.#viewFor(handoff);
  }

  #viewFor({ tenantId, packSha256 }: Pick<Handoff, 'tenantId' | 'packSha256'>): QueueView {
    const { routing, languages } = this.packs.pack(tenantId, packSha256);
    const now = this.platform.clock.now();
    const measure: QueueView['measure'] = (place) => this.floor.measure(place, now);
    return { now, runningSince: this.#runningSince, routing, languages, measure };
  }

  async #update(
    handoffId: string,
    cause: Cause,
    decide: (known: Stored | undefined) => HandoffOutcome | undefined,
    options?: UpdateOptions,
  ): Promise<Handoff | undefined> {
    const { outcome, state, events } = await this.repository.update(
      handoffId,
      cause,
      (known) => {
        const decided = decide(known);
        if (!decided) return undefined;
        const revision = (known && known.state !== 'left-early' ? known.revision : 0) + 1;
        const handoff = { ...decided.handoff, revision };
        return {
          state: handoff,
          events: decided.events,
          deadlineAt: handoffDeadline(handoff, this.#viewFor(handoff)),
        };
      },
      options,
    );
    if (!state || state.state === 'left-early') return undefined;
    if (outcome === 'applied') {
      this.floor.putHandoff(state);
      countHandoffs(state, events);
    }
    return state;
  }
}
