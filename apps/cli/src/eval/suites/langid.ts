import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageModel, LanguageSample } from '@baton/language';
import { CLAIMED_LANGUAGES, detectLanguage, loadModels, trainLanguageModel } from '@baton/language';
import { figure } from '../figures.js';
import { badData, hasFile, readLines } from '../read/text-file.js';
import { folds } from '../split.js';
import type { Suite } from '../suite.js';
import { EVAL_SEED } from '../suite.js';

interface Texts {
  readonly lang: string;
  readonly sentences: readonly string[];
  readonly words: readonly string[];
}

interface Accuracy {
  readonly sentences: number;
  readonly words: number;
}

const HELD_OUT_FOLDS = 5;

/**
 * Language identification, trained with `trainLanguageModel` on the sentences and single words of `--data`; the model that ships,
 * which saw none of them, is reported beside it as `asShipped`.
 */
export const langid: Suite = {
  name: 'langid',
  measures: 'the language of sentences and of word pairs',
  run: ({ data, test, say }) => {
    const languages = languageFolders(data, 'single-words.txt');
    const material = languages.map((lang) => ({
      lang,
      sentences: textsOf(data, lang, 'sentences.txt'),
      words: textsOf(data, lang, 'single-words.txt'),
    }));
    const { train, measured } =
      test === undefined
        ? heldOut(material)
        : {
            train: material,
            measured: languageFolders(test, 'word-pairs.txt').map((lang) => ({
              lang,
              sentences: textsOf(test, lang, 'sentences.txt'),
              words: pairsOf(test, lang),
            })),
          };
    const samples: LanguageSample[] = train.flatMap(({ lang, sentences, words }) =>
      [...sentences, ...words].map((text) => ({ lang, text })),
    );
    say(`training on ${samples.length} texts in ${train.length} languages`);
    const trained = accuracies(trainLanguageModel(samples), measured);
    say('measuring the model that ships');
    const shipped = accuracies(loadModels().language, measured);
    return {
      split: {
        kind: test === undefined ? 'held-out' : 'official',
        train: samples.length,
        test: measured.reduce((sum, one) => sum + one.sentences.length + one.words.length, 0),
        unit: 'texts',
      },
      figures: {
        ...trained,
        asShipped: shipped,
      },
      bars: [
        { key: 'claimed.sentences', atLeast: 0.99, reached: trained.claimed.sentences },
        { key: 'claimed.words', atLeast: 0.92, reached: trained.claimed.words },
        { key: 'sentences', atLeast: 0.985, reached: trained.sentences },
      ],
    };
  },
};

function languageFolders(folder: string, wordsFile: string): string[] {
  if (!hasFile(folder))
    return badData(folder, 'the folder', 'not there; name a folder that holds a folder per language');
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && hasFile(folder, entry.name, 'sentences.txt'))
    .map((entry) => entry.name)
    .sort();
  if (found.length < 2)
    badData(
      folder,
      'the folder',
      `fewer than two languages; write <language>/sentences.txt and <language>/${wordsFile}`,
    );
  return found;
}

function textsOf(folder: string, lang: string, name: string): string[] {
  return readLines(join(folder, lang), name).lines.map((line) => line.text);
}

/** The word pairs of a test folder; where it has single words only, those two by two. */
function pairsOf(folder: string, lang: string): string[] {
  const hasOnlyWords = !hasFile(folder, lang, 'word-pairs.txt') && hasFile(folder, lang, 'single-words.txt');
  return hasOnlyWords
    ? inPairs(textsOf(folder, lang, 'single-words.txt'))
    : textsOf(folder, lang, 'word-pairs.txt');
}

function inPairs(words: readonly string[]): string[] {
  return words.flatMap((word, at) => (at % 2 === 1 ? [`${words[at - 1]!} ${word}`] : []));
}

/** A fifth of sentences and words, the words in pairs as in the official test part. */
function heldOut(material: readonly Texts[]): { train: Texts[]; measured: Texts[] } {
  const train: Texts[] = [];
  const measured: Texts[] = [];
  for (const { lang, sentences, words } of material) {
    const part = (list: readonly string[], seed: number, held: boolean): string[] => {
      const fold = folds(list.length, HELD_OUT_FOLDS, seed);
      return list.filter((_, at) => (fold[at] === 0) === held);
    };
    train.push({
      lang,
      sentences: part(sentences, EVAL_SEED, false),
      words: part(words, EVAL_SEED + 1, false),
    });
    const single = part(words, EVAL_SEED + 1, true);
    measured.push({ lang, sentences: part(sentences, EVAL_SEED, true), words: inPairs(single) });
  }
  return { train, measured };
}

function accuracies(
  model: LanguageModel,
  measured: readonly Texts[],
): Accuracy & { claimed: Accuracy; perLanguage: Record<string, Accuracy> } {
  const counts = measured.map(({ lang, sentences, words }) => ({
    lang,
    sentences: { right: rightIn(model, lang, sentences), all: sentences.length },
    words: { right: rightIn(model, lang, words), all: words.length },
  }));
  const over = (chosen: typeof counts): Accuracy => ({
    sentences: share(chosen.map((one) => one.sentences)),
    words: share(chosen.map((one) => one.words)),
  });
  return {
    ...over(counts),
    claimed: over(counts.filter((one) => CLAIMED_LANGUAGES.some((lang) => lang === one.lang))),
    perLanguage: Object.fromEntries(counts.map((one) => [one.lang, over([one])])),
  };
}

function rightIn(model: LanguageModel, lang: string, texts: readonly string[]): number {
  return texts.filter((text) => detectLanguage(model, text).code === lang).length;
}

function share(counts: readonly { right: number; all: number }[]): number {
  const right = counts.reduce((sum, one) => sum + one.right, 0);
  return figure(right / counts.reduce((sum, one) => sum + one.all, 0));
}
