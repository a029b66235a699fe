import { Inject, Injectable } from '@nestjs/common';
import { Speaker, TurnRecorded } from '@baton/contracts';
import type { BatonEvent, EventHandler } from '@baton/eventing';
import { analyzeUtterance, detectLanguage, loadModels } from '@baton/language';
import { Sentiments } from '../sentiments.js';

/** Below this confidence a turn is read in the language the conversation started in. */
const believedLanguage = 0.8;

/** Scores what the customer said, from its words. Bot, announcements and above all human agents are never scored (R4). */
@Injectable()
export class TurnRecordedHandler implements EventHandler<TurnRecorded> {
  readonly type = TurnRecorded;
  readonly #models = loadModels();

  constructor(@Inject(Sentiments) private readonly sentiments: Sentiments) {}

  async handle({ meta, data }: BatonEvent<TurnRecorded>): Promise<void> {
    if (data.speaker !== Speaker.SPEAKER_CUSTOMER) return;
    await this.sentiments.score(meta, data.turnIndex, (state) => {
      const detected = detectLanguage(this.#models.language, data.text);
      const lang = detected.confidence >= believedLanguage ? detected.code : state.language;
      return analyzeUtterance(data.text, { models: this.#models, lang });
    });
  }
}
