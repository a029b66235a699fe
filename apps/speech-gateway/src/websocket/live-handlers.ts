import { Inject, Injectable, type Type } from '@nestjs/common';
import {
  CallerHeld,
  CallerResumed,
  Channel,
  ConversationEnded,
  ConversationMoved,
  EndReason,
  EscalationDecided,
  HandoffQueued,
  HumanRequested,
  LeaseHolder,
  OutboundRung,
  Speaker,
  SpeechLeaseMoved,
  TurnRecorded,
  type EventDefinition,
} from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { Calls } from '../store/calls.js';
import { CallSockets } from './call-sockets.js';

const speakerNames: Readonly<Partial<Record<Speaker, 'customer' | 'bot' | 'agent' | 'announcement'>>> = {
  [Speaker.SPEAKER_CUSTOMER]: 'customer',
  [Speaker.SPEAKER_BOT]: 'bot',
  [Speaker.SPEAKER_AGENT]: 'agent',
};

/** Pushes what was recorded to the caller: they hear nothing else. */
@Injectable()
export class LiveTurnHandler implements EventHandler<TurnRecorded> {
  readonly type = TurnRecorded;

  constructor(@Inject(CallSockets) private readonly sockets: CallSockets) {}

  async handle({ meta, data }: BatonEvent<TurnRecorded>): Promise<void> {
    const speaker = speakerNames[data.speaker] ?? 'announcement';
    const { turnIndex: index, text, atMs: at, language } = data;
    this.sockets.push(meta.subject, { type: 'turn', index, speaker, text, at, language });
  }
}

@Injectable()
export class LiveQueuedHandler implements EventHandler<HandoffQueued> {
  readonly type = HandoffQueued;

  constructor(
    @Inject(CallSockets) private readonly sockets: CallSockets,
    @Inject(Calls) private readonly calls: Calls,
  ) {}

  /** A colleague or a supervisor who is being fetched is no queue the caller stands in. */
  async handle({ meta, data }: BatonEvent<HandoffQueued>): Promise<void> {
    if (!this.sockets.has(meta.subject)) return;
    const call = await this.calls.find(meta.subject);
    if (call?.phase === 'agent' && call.handoffId !== data.handoffId) {
      if (call.hold !== undefined || call.lease.holder === 'agent') return;
    }
    const { position, expectedWaitSeconds, open } = data;
    const canLeaveMessage = open ? {} : { canLeaveMessage: true };
    const status = { type: 'status', phase: 'waiting', position, expectedWaitSeconds } as const;
    this.sockets.push(meta.subject, { ...status, ...canLeaveMessage });
  }
}

/** Somebody is being fetched from here on, also where the router goes down before it can say so. */
function fetchedHandler<T>(type: EventDefinition<T>): Type<EventHandler<T>> {
  @Injectable()
  class LiveFetchedHandler implements EventHandler<T> {
    readonly type = type;

    constructor(@Inject(CallSockets) private readonly sockets: CallSockets) {}

    async handle({ meta }: BatonEvent<T>): Promise<void> {
      this.sockets.fetched(meta.subject);
    }
  }
  return LiveFetchedHandler;
}

/** Whoever may speak for the company says where the caller stands. */
@Injectable()
export class LiveLeaseHandler implements EventHandler<SpeechLeaseMoved> {
  readonly type = SpeechLeaseMoved;

  constructor(@Inject(CallSockets) private readonly sockets: CallSockets) {}

  async handle({ meta, data }: BatonEvent<SpeechLeaseMoved>): Promise<void> {
    // The first lease of a call, before anything was said.
    if (data.token <= 1) return;
    const phases = {
      [LeaseHolder.LEASE_HOLDER_AGENT]: 'agent',
      [LeaseHolder.LEASE_HOLDER_NOBODY]: 'waiting',
      [LeaseHolder.LEASE_HOLDER_BOT]: 'bot',
    } as const;
    const phase = phases[data.holder as keyof typeof phases] ?? 'bot';
    this.sockets.push(meta.subject, { type: 'status', phase });
  }
}

@Injectable()
export class LiveHeldHandler implements EventHandler<CallerHeld> {
  readonly type = CallerHeld;

  constructor(@Inject(CallSockets) private readonly sockets: CallSockets) {}

  async handle({ meta }: BatonEvent<CallerHeld>): Promise<void> {
    this.sockets.push(meta.subject, { type: 'status', phase: 'agent', onHold: true });
  }
}

@Injectable()
export class LiveResumedHandler implements EventHandler<CallerResumed> {
  readonly type = CallerResumed;

  constructor(@Inject(CallSockets) private readonly sockets: CallSockets) {}

  async handle({ meta }: BatonEvent<CallerResumed>): Promise<void> {
    this.sockets.push(meta.subject, { type: 'status', phase: 'agent' });
  }
}

/** Rings at the side that waits by the conversation the callback was promised in. */
@Injectable()
export class LiveRungHandler implements EventHandler<OutboundRung> {
  readonly type = OutboundRung;

  constructor(@Inject(CallSockets) private readonly sockets: CallSockets) {}

  async handle({ meta, data }: BatonEvent<OutboundRung>): Promise<void> {
    const { previousConversationId, answerByMs: answerBy } = data;
    this.sockets.push(previousConversationId, { type: 'ringing', conversationId: meta.subject, answerBy });
  }
}

@Injectable()
export class LiveEndHandler implements EventHandler<ConversationEnded> {
  readonly type = ConversationEnded;

  constructor(@Inject(CallSockets) private readonly sockets: CallSockets) {}

  async handle({ meta, data }: BatonEvent<ConversationEnded>): Promise<void> {
    const reason = EndReason[data.reason].replace('END_REASON_', '').toLowerCase().replaceAll('_', '-');
    this.sockets.push(meta.subject, { type: 'status', phase: 'ended', reason });
  }
}

@Injectable()
export class LiveMovedHandler implements EventHandler<ConversationMoved> {
  readonly type = ConversationMoved;

  constructor(@Inject(CallSockets) private readonly sockets: CallSockets) {}

  async handle({ meta, data }: BatonEvent<ConversationMoved>): Promise<void> {
    const channel = Channel[data.channel].replace('CHANNEL_', '').toLowerCase();
    this.sockets.moveOn(meta.subject, data.leg, channel);
  }
}

/** What every gateway replica listens to for the sockets it holds. */
export const liveHandlers = [
  LiveTurnHandler,
  fetchedHandler(HumanRequested),
  fetchedHandler(EscalationDecided),
  LiveQueuedHandler,
  LiveLeaseHandler,
  LiveHeldHandler,
  LiveResumedHandler,
  LiveRungHandler,
  LiveMovedHandler,
  LiveEndHandler,
];
