import { HandoffQueued, HandoffRequested, type Channel } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { chooseQueue, isOpen, type CallerFacts, type Priority } from '@baton/policy';
import { priorityMessage } from '../words.js';
import { asksOnlyForCallback } from './asks-only-for-callback.js';
import type { CallbackRing, Handoff, HandoffKindWord, HandoffOutcome } from './handoff.js';
import { kindMessage } from './event-parts.js';
import { leave } from './leave.js';
import { expectedWaitSeconds, queueOf, type QueueView } from './queue-view.js';
import { scheduleCallback } from './schedule-callback.js';

/** The escalation a handoff follows from. */
export interface Escalation {
  readonly handoffId: string;
  readonly conversationId: string;
  readonly tenantId: string;
  readonly packSha256: string;
  readonly decisionId: string;
  readonly reasons: readonly string[];
  readonly skills: readonly string[];
  readonly language: string;
  readonly priority: Priority;
  readonly channel: Channel;
  readonly requestedAt: number;
  readonly caller?: CallerFacts;
  /** Agents who spoke with this customer before, newest first. */
  readonly knownAgents?: readonly string[];
  readonly traceparent?: string;
  /** When it was decided, ms. */
  readonly decidedAt?: number;
  /** Absent: an escalation. */
  readonly kind?: HandoffKindWord;
  readonly previous?: NonNullable<Handoff['previous']>;
  readonly target?: NonNullable<Handoff['target']>;
  readonly note?: string;
  readonly callback?: CallbackRing;
  /** Chosen by a person; else it follows from the skills. */
  readonly inQueue?: string;
  /** The caller hung up before the handoff began. */
  readonly callerGone: boolean;
}

/** Begins a handoff: requested, then queued in the queue its skills lead to. */
export function requestHandoff(escalation: Escalation, view: QueueView): HandoffOutcome {
  const { callerGone, decidedAt, inQueue, ...asked } = escalation;
  const { now, routing } = view;
  const { queue, open, why } =
    inQueue === undefined ? chooseQueue(routing, { ...asked, now }) : chosen(inQueue, escalation, view);
  const requested: Handoff = {
    ...asked,
    state: 'queued',
    open: true,
    since: now,
    queue,
    queueOpen: open,
    waitingSince: now,
    lookedAt: now,
    announcements: { nextAt: now, count: 0, sinceCallbackOffer: -1 },
    excluded: [],
    attempts: 0,
    revision: 0,
    ...(decidedAt === undefined ? {} : { times: { decidedAt } }),
  };
  const requestedEvent = draft(HandoffRequested, asked.conversationId, {
    handoffId: asked.handoffId,
    decisionId: asked.decisionId,
    reasons: [...asked.reasons],
    skills: [...asked.skills],
    language: asked.language,
    priority: priorityMessage(asked.priority),
    channel: asked.channel,
    requestedAtMs: asked.requestedAt,
    kind: kindMessage(requested),
    previousHandoffId: asked.previous?.handoffId ?? '',
    askedByAgentId: asked.previous?.agentId ?? '',
    targetAgentId: asked.target?.agentId ?? '',
    note: asked.note ?? '',
    previousConversationId: asked.callback?.previousConversationId ?? '',
  });
  const queued = enterQueue(requested, view, why);
  const then = callerGone
    ? leave(queued.handoff, view)
    : asksOnlyForCallback(asked.reasons)
      ? scheduleCallback(queued.handoff, view, 'asked-for-it')
      : undefined;
  return {
    handoff: then?.handoff ?? queued.handoff,
    events: [requestedEvent, ...queued.events, ...(then?.events ?? [])],
  };
}

/** A queue a person chose. An agent who is asked by name is asked whatever the hours of the queue behind them. */
function chosen(name: string, { target }: Escalation, { routing, now }: QueueView) {
  const queue = queueOf(routing, name);
  const open = isOpen(queue.hours, now) || target !== undefined;
  const why = target === undefined ? `${queue.name} was asked for.` : `${target.agentId} was asked for.`;
  return { queue: queue.name, open, why };
}

/** Says where the caller stands now. They hear it at once, unless somebody is free for them. */
export function enterQueue(handoff: Handoff, view: QueueView, why: string): HandoffOutcome {
  const facts = view.measure(handoff);
  const somebodyComes = (facts.agentFree && handoff.queueOpen) || handoff.target !== undefined;
  const nextAt = somebodyComes
    ? view.now + view.routing.announce.everySeconds * 1000
    : handoff.announcements.nextAt;
  return {
    handoff: { ...handoff, lookedAt: view.now, announcements: { ...handoff.announcements, nextAt } },
    events: [
      draft(HandoffQueued, handoff.conversationId, {
        handoffId: handoff.handoffId,
        queue: handoff.queue,
        position: facts.position,
        expectedWaitSeconds: expectedWaitSeconds(facts, view.routing),
        open: handoff.queueOpen,
        why,
      }),
    ],
  };
}
