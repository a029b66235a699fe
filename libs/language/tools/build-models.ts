import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fold } from '../src/text/fold.js';
import { FeatureExtractor } from '../src/features/extract.js';
import type { LexiconFile } from '../src/features/lexicon.js';
import { indexLexicon } from '../src/features/lexicon.js';
import { encodeLanguageModel } from '../src/langid/language-model.js';
import type { LanguageSample } from '../src/langid/train-language.js';
import { trainLanguageModel } from '../src/langid/train-language.js';
import { encodeLinear } from '../src/linear/linear-model.js';
import { encodeNetwork } from '../src/linear/task-network.js';
import { KNOWN_LANGUAGES } from '../src/types.js';
import { OUTPUTS } from '../src/signals/outputs.js';
import { readCorpora } from './corpus.js';
import { trainSignals } from './train-signals.js';

const root = new URL('../', import.meta.url);
const models = new URL('models/', root);
const SEED = 20_260_101;
mkdirSync(models, { recursive: true });
const started = Date.now();
const say = (text: string): void => console.error(`${((Date.now() - started) / 1000).toFixed(1)} s  ${text}`);

// Written beside the models in use, and put in their place together at the end: readers never see a mixture.
const written: string[] = [];
function put(name: string, content: string | Uint8Array): void {
  writeFileSync(new URL(`${name}.next`, models), content);
  written.push(name);
}

const lexicon = readLexicon();
put('lexicon.json', JSON.stringify(lexicon));
const extractor = new FeatureExtractor(indexLexicon(lexicon));

const corpus = readCorpora(new URL('corpora/', root), 12, SEED);
const background = readCorpora(new URL('corpora/background/', root), 6, SEED);
say(`${corpus.length} labelled texts, ${background.length} background texts`);

// What a company's own customers ask every day is no background for its intents; that they want a person is.
const inScope = ['plain.txt', 'service.txt', 'smalltalk.txt', 'vocabulary.txt'];
// A few requests to be called back are enough; more would draw the line of what is in scope too tight.
const inFirst = ['human-request.txt', 'more.txt', 'wider.txt'];
const callback = OUTPUTS.indexOf('callback');
const ofNoIntent = [
  ...background.filter(
    (one, at) => !inScope.includes(one.file) && (one.file !== 'answers.txt' || at % 5 === 0),
  ),
  ...corpus.filter((one, at) => inFirst.includes(one.file) && one.targets[callback] === 1 && at % 7 === 0),
];
put('background.json', JSON.stringify(ofNoIntent.map(({ lang, text }) => ({ lang, text }))));

const samples: LanguageSample[] = [
  ...languageSamples(),
  ...[...corpus, ...background].map(({ lang, text }) => ({ lang, text })),
];
const language = trainLanguageModel(
  samples.filter((one) => (KNOWN_LANGUAGES as readonly string[]).includes(one.lang)),
);
put('language.bin', encodeLanguageModel(language));
say('language model');

const { signals, network, thresholds } = trainSignals(extractor, corpus, background, SEED, say);
put('signals.bin', encodeLinear(signals));
put('network.bin', encodeNetwork(network));
put('thresholds.json', `${JSON.stringify(thresholds, null, 1)}\n`);
for (const name of written) renameSync(new URL(`${name}.next`, models), new URL(name, models));
say('signal model');

function languageSamples(): LanguageSample[] {
  const folder = new URL('corpora/languages/', root);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      readFileSync(new URL(name, folder), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.startsWith('#'))
        .map((text) => ({ lang: name.slice(0, 2), text })),
    );
}

function readLexicon(): LexiconFile {
  const file: Record<string, Record<string, string[]>> = {};
  let current: Record<string, string[]> = {};
  for (const line of readFileSync(new URL('corpora/lexicon/classes.lexicon', root), 'utf8').split('\n')) {
    const head = /^\[(.+)\]$/.exec(line.trim());
    const entry = /^([a-z]{2}): (.+)$/.exec(line.trim());
    if (head !== null) current = file[head[1]!] ??= {};
    else if (entry !== null) {
      const words = entry[2]!
        .split(',')
        .map((word) => fold(word.trim()))
        .filter(Boolean);
      current[entry[1]!] = [...(current[entry[1]!] ?? []), ...words];
    }
  }
  return file;
}
