import { Inject, Injectable } from '@nestjs/common';
import {
  Channel,
  ConversationEnded,
  ConversationMoved,
  EndReason,
  HandoffAccepted,
  HandoffQueued,
  Speaker,
  TurnRecorded,
} from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
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

  constructor(@Inject(CallSockets) private readonly sockets: CallSockets) {}

  async handle({ meta, data }: BatonEvent<HandoffQueued>): Promise<void> {
    const { position, expectedWaitSeconds } = data;
    this.sockets.push(meta.subject, { type: 'status', phase: 'waiting', position, expectedWaitSeconds });
  }
}

@Injectable()
export class LiveAcceptedHandler implements EventHandler<HandoffAccepted> {
  readonly type = HandoffAccepted;

  constructor(@Inject(CallSockets) private readonly sockets: CallSockets) {}

  async handle({ meta }: BatonEvent<HandoffAccepted>): Promise<void> {
    this.sockets.push(meta.subject, { type: 'status', phase: 'agent' });
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
  LiveQueuedHandler,
  LiveAcceptedHandler,
  LiveMovedHandler,
  LiveEndHandler,
];
