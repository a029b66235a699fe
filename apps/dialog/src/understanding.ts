import { Inject, Injectable } from '@nestjs/common';
import { loadModels, trainIntentModel, type IntentExamples, type Models } from '@baton/language';
import type { Pack } from '@baton/packs';
import { perPackVersion, PLATFORM, type Platform } from '@baton/service-kit';
import { smallTalk, smallTalkPrefix } from './domain/small-talk.js';
import type { Understanding } from './domain/understand.js';

/** The models of this process and the intents of every pack version, trained once each. */
@Injectable()
export class UnderstandingOf {
  readonly #models: Models = loadModels();
  readonly #ofPack = perPackVersion((pack) => ({ pack, models: this.#models, intents: trainIntents(pack) }));

  constructor(@Inject(PLATFORM) platform: Platform) {
    for (const tenant of platform.packs.tenants()) this.#ofPack(platform.packs.current(tenant));
    platform.packs.onPut((pack) => void this.#ofPack(pack));
  }

  pack(pack: Pack): Understanding {
    return this.#ofPack(pack);
  }
}

/** The pack's intents and small talk in the pack's languages, as one model. The same pack gives the same model. */
export function trainIntents(pack: Pack) {
  const own: IntentExamples[] = pack.bot.intents.map(({ name, examples }) => ({ name, examples }));
  const shared: IntentExamples[] = Object.entries(smallTalk).map(([name, examples]) => ({
    name: `${smallTalkPrefix}${name}`,
    examples: Object.fromEntries(
      Object.entries(examples).filter(([language]) => pack.languages.includes(language)),
    ) as Record<string, string[]>,
  }));
  return trainIntentModel([...own, ...shared], { seed: 7 });
}
