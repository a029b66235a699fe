import { Inject, Injectable } from '@nestjs/common';
import { Speaker, TurnRecorded } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { loadModels } from '@baton/language';
import { affectOfWords } from '../domain/affect-of-words.js';
import { Sentiments } from '../sentiments.js';

/** Scores what the customer said, from its words. Bot, announcements and above all human agents are never scored (R4). */
@Injectable()
export class TurnRecordedHandler implements EventHandler<TurnRecorded> {
  readonly type = TurnRecorded;
  readonly #models = loadModels();

  constructor(@Inject(Sentiments) private readonly sentiments: Sentiments) {}

  async handle({ meta, data }: BatonEvent<TurnRecorded>): Promise<void> {
    if (data.speaker !== Speaker.SPEAKER_CUSTOMER) return;
    await this.sentiments.score(meta, data.turnIndex, ({ language }) => ({
      affect: affectOfWords(data.text, language, this.#models),
    }));
  }
}
