import { Inject, Injectable } from '@nestjs/common';
import { loadModels, type IntentModel, type Models } from '@baton/language';
import type { Pack } from '@baton/packs';
import { perPackVersion, PLATFORM, type Platform } from '@baton/service-kit';
import type { Understanding } from './domain/understand.js';
import { ModelCache } from './intents/model-cache.js';
import { trainInThread } from './intents/train-in-thread.js';
import { trainingPhrases } from './intents/training-phrases.js';

/** The models of this process and the intents of every pack version, trained once each, one after the other, in a thread. */
@Injectable()
export class UnderstandingOf {
  readonly models: Models = loadModels();
  readonly #cache: ModelCache;
  #trained: Promise<unknown> = Promise.resolve();
  readonly #ofPack = perPackVersion((pack) => this.#make(pack));

  constructor(@Inject(PLATFORM) platform: Platform) {
    this.#cache = new ModelCache(platform.config.cacheDir);
    const prepare = (pack: Pack) =>
      void this.#ofPack(pack).catch((thrown: unknown) =>
        platform.logger.error({ err: thrown, pack: pack.name }, 'intents could not be trained'),
      );
    // No turn is taken before its intents are known; a pack that changes later is trained while the old version goes on.
    const start = async () => {
      await Promise.all(
        platform.packs.tenants().map((tenant) => this.#ofPack(platform.packs.current(tenant))),
      );
    };
    platform.runInBackground({ start, stop: async () => undefined });
    platform.packs.onPut(prepare);
  }

  /** What turns are understood with; waits while the pack's intents are still being trained. */
  of(pack: Pack): Promise<Understanding> {
    return this.#ofPack(pack);
  }

  async #make(pack: Pack): Promise<Understanding> {
    const phrases = trainingPhrases(pack);
    const known = this.#cache.find(phrases);
    if (known) return { pack, models: this.models, intents: known };
    const intents = (this.#trained = this.#trained.then(
      () => trainInThread(phrases),
      () => trainInThread(phrases),
    )) as Promise<IntentModel>;
    this.#cache.keep(phrases, await intents);
    return { pack, models: this.models, intents: await intents };
  }
}
