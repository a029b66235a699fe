import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { analyzeUtterance } from '../src/analyze-utterance.js';
import { trainIntentModel } from '../src/intent/train-intent-model.js';
import { loadModels } from '../src/models/load-models.js';

// Times loading, training a small pack, and the whole analysis of a turn on one core.
const loadStart = performance.now();
const models = loadModels();
const loadMs = performance.now() - loadStart;

const texts = readFileSync(new URL('../dev/signals.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^[a-z]{2}: /.test(line))
  .map((line) => line.slice(4));
const words = texts.join(' ').split(' ');
const intents = Array.from({ length: 15 }, (_, intent) => ({
  name: `intent_${intent}`,
  examples: Object.fromEntries(
    ['en', 'es'].map((lang, side) => [
      lang,
      Array.from({ length: 20 }, (_, phrase) =>
        Array.from(
          { length: 7 },
          (_, word) => words[(intent * 97 + phrase * 31 + word * (7 + side)) % words.length],
        ).join(' '),
      ),
    ]),
  ),
}));
const trainStart = performance.now();
const model = trainIntentModel(intents, { seed: 1, models });
const trainMs = performance.now() - trainStart;

const times: number[] = [];
for (let round = 0; round < 12; round += 1) {
  for (const text of texts) {
    const start = performance.now();
    analyzeUtterance(text, { models, intents: model });
    if (round >= 2) times.push((performance.now() - start) * 1000);
  }
}
times.sort((a, b) => a - b);
const at = (share: number): number => Math.round(times[Math.floor(share * (times.length - 1))]!);
const long = 'four five 6 calle @ dot '.repeat(4_500);
const longStart = performance.now();
analyzeUtterance(long, { models });
console.log(
  JSON.stringify({
    machine: cpus()[0]?.model,
    loadMs: Math.round(loadMs),
    trainMs: Math.round(trainMs),
    turns: times.length,
    p50Us: at(0.5),
    p99Us: at(0.99),
    perSecond: Math.round(1e6 / (times.reduce((sum, time) => sum + time, 0) / times.length)),
    longTurnMs: Math.round(performance.now() - longStart),
    longTurnUnits: long.length,
  }),
);
