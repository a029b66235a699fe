import { Inject, Injectable } from '@nestjs/common';
import { SentimentScored, TurnDecided, TurnRecorded, TurnUnderstood } from '@baton/contracts';
import type { BatchHandler, BatonEvent } from '@baton/eventing';
import { folds } from '../domain/folds.js';
import { Conversations } from '../store/conversations.js';

/**
 * How long what is said may wait to be written together with what follows, ms. Under load that makes one write of a turn's seven
 * events. Whatever belongs to a handoff does not wait, and takes along what does.
 */
const gatherMs = 80;
const patientTopics = new Set(
  [TurnRecorded, TurnUnderstood, SentimentScored, TurnDecided].map(({ topic }) => topic),
);
const foldOf = new Map(folds.map((fold) => [fold.type.type, fold]));

/** Takes every event of a call into the conversation; those of one conversation that arrive together are one write. */
@Injectable()
export class FoldEventsHandler implements BatchHandler {
  readonly types = folds.map(({ type }) => type);
  readonly topics = [...new Set(this.types.map(({ topic }) => topic))];

  constructor(@Inject(Conversations) private readonly conversations: Conversations) {}

  async handleBatch(events: readonly BatonEvent<unknown>[]): Promise<void> {
    // All come to rest before the batch is refused: nothing may still run when it is delivered again.
    const results = await Promise.allSettled(
      events.map(({ meta, data }) => {
        const fold = foldOf.get(meta.type)!;
        return this.conversations.fold(meta, (conversation) => fold.apply(conversation, data, meta.time), {
          gatherMs: patientTopics.has(fold.type.topic) ? gatherMs : 0,
        });
      }),
    );
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }
}
