import { Inject, Injectable } from '@nestjs/common';
import { QueuePositionAnnounced } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { announce } from '../domain/transfer.js';
import { Calls } from '../store/calls.js';

/** Tells the waiting caller where they stand. */
@Injectable()
export class QueuePositionAnnouncedHandler implements EventHandler<QueuePositionAnnounced> {
  readonly type = QueuePositionAnnounced;

  constructor(@Inject(Calls) private readonly calls: Calls) {}

  async handle({ meta, data }: BatonEvent<QueuePositionAnnounced>): Promise<void> {
    await this.calls.onEvent(meta, (call) =>
      call.phase === 'agent' || call.phase === 'ringing'
        ? undefined
        : announce(meta.subject, call, data.text, data.language, this.calls.now),
    );
  }
}
