import { readFileSync } from 'node:fs';
import { BatonError } from '@baton/kernel';
import { FeatureExtractor } from '../features/extract.js';
import type { LexiconFile } from '../features/lexicon.js';
import { indexLexicon } from '../features/lexicon.js';
import { decodeLanguageModel } from '../langid/language-model.js';
import { decodeLinear } from '../linear/linear-model.js';
import { decodeNetwork } from '../linear/task-network.js';
import type { SignalThresholds } from '../signals/outputs.js';
import type { Models } from './models.js';

// `src` and `dist` are both one folder below the package; a bundle names its own folder.
const folders = ['../../models/', '../models/'].map((path) => new URL(path, import.meta.url));
let loaded: Models | undefined;

/**
 * Loads the models that ship with the package; the second call returns the same object.
 * @throws BatonError `models-missing` where a file cannot be read, `model-invalid` where it is of another version.
 */
export function loadModels(): Models {
  loaded ??= {
    language: decodeLanguageModel(read('language.bin')),
    extractor: new FeatureExtractor(indexLexicon(json('lexicon.json') as LexiconFile)),
    signals: decodeLinear(read('signals.bin')),
    network: decodeNetwork(read('network.bin')),
    thresholds: json('thresholds.json') as SignalThresholds,
    background: json('background.json') as Models['background'],
  };
  return loaded;
}

function json(name: string): unknown {
  return JSON.parse(new TextDecoder().decode(read(name)));
}

function read(name: string): Uint8Array {
  let cause: unknown;
  for (const folder of folders) {
    try {
      return readFileSync(new URL(name, folder));
    } catch (thrown) {
      cause = thrown;
    }
  }
  throw new BatonError(
    'models-missing',
    `the model file ${name} is missing; run \`npm run build-models\` in libs/language`,
    {
      cause,
    },
  );
}
