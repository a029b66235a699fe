import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fold } from '../src/text/fold.js';
import { FeatureExtractor } from '../src/features/extract.js';
import type { LexiconFile } from '../src/features/lexicon.js';
import { indexLexicon } from '../src/features/lexicon.js';
import { encodeLanguageModel } from '../src/langid/language-model.js';
import type { LanguageSample } from '../src/langid/train-language.js';
import { trainLanguageModel } from '../src/langid/train-language.js';
import { encodeLinear } from '../src/linear/linear-model.js';
import { KNOWN_LANGUAGES } from '../src/types.js';
import { readCorpora } from './corpus.js';
import { trainSignals } from './train-signals.js';

const root = new URL('../', import.meta.url);
const models = new URL('models/', root);
const SEED = 20_260_101;
mkdirSync(models, { recursive: true });
const started = Date.now();
const say = (text: string): void => console.error(`${((Date.now() - started) / 1000).toFixed(1)} s  ${text}`);

const lexicon = readLexicon();
writeFileSync(new URL('lexicon.json', models), JSON.stringify(lexicon));
const extractor = new FeatureExtractor(indexLexicon(lexicon));

const corpus = readCorpora(new URL('corpora/', root), 12, SEED);
const background = readCorpora(new URL('corpora/background/', root), 6, SEED);
say(`${corpus.length} labelled texts, ${background.length} background texts`);

writeFileSync(
  new URL('background.json', models),
  JSON.stringify(
    background.filter((one) => one.file !== 'plain.txt').map(({ lang, text }) => ({ lang, text })),
  ),
);

const samples: LanguageSample[] = [
  ...languageSamples(),
  ...[...corpus, ...background].map(({ lang, text }) => ({ lang, text })),
];
const language = trainLanguageModel(
  samples.filter((one) => (KNOWN_LANGUAGES as readonly string[]).includes(one.lang)),
);
writeFileSync(new URL('language.bin', models), encodeLanguageModel(language));
say('language model');

const { model, thresholds } = trainSignals(extractor, corpus, background, SEED, say);
writeFileSync(new URL('signals.bin', models), encodeLinear(model));
writeFileSync(new URL('thresholds.json', models), `${JSON.stringify(thresholds, null, 1)}\n`);
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
