import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { IntentExamples, IntentModel } from '@baton/language';
import { trainFrom } from './train-intents.js';

const compiled = new URL('./train-intents.worker.js', import.meta.url);

/** Trains beside the event loop, so that live calls do not wait. Where the code runs uncompiled there is no thread to load it in. */
export async function trainInThread(phrases: readonly IntentExamples[]): Promise<IntentModel> {
  if (!existsSync(fileURLToPath(compiled))) return trainFrom(phrases);
  const worker = new Worker(compiled, { workerData: phrases });
  try {
    const [model] = (await once(worker, 'message')) as [IntentModel];
    return model;
  } finally {
    await worker.terminate();
  }
}
