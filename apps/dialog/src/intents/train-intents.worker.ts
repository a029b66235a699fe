import { parentPort, workerData } from 'node:worker_threads';
import type { IntentExamples } from '@baton/language';
import { trainFrom } from './train-intents.js';

parentPort?.postMessage(trainFrom(workerData as readonly IntentExamples[]));
