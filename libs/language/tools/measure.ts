import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { analyzeInDetail } from '../src/analyze-utterance.js';
import { detectLanguage } from '../src/langid/detect.js';
import { loadModels } from '../src/models/load-models.js';
import type { Output } from '../src/signals/outputs.js';
import { OUTPUTS } from '../src/signals/outputs.js';
import { readCorpora } from './corpus.js';
import { measurePii } from './measure-pii.js';

// Figures on the development set; `--errors` lists every miss and false alarm, `--langid DIR` adds public language data.
const models = loadModels();
const showErrors = process.argv.includes('--errors');
const devFolder = process.argv.includes('--fresh') ? '../dev/fresh/' : '../dev/';
const dev = readCorpora(new URL(devFolder, import.meta.url), 1, 1);
const reported: readonly Output[] = [
  'human',
  'callback',
  'fraud',
  'legal-complaint',
  'regulator-complaint',
  'insurance-claim-dispute',
  'healthcare-authorization',
  'vulnerability',
  'bereavement',
  'hardship',
  'self-harm-risk',
  'domestic-abuse',
  'data-rights',
  'minor',
  'frustration-1',
  'frustration-2',
  'sarcasm',
  'confusion-1',
  'urgency-1',
  'urgency-2',
  'correction',
];
const analysed = dev.map((one) => ({ one, detail: analyzeInDetail(one.text, { models }) }));

function predicted(output: Output, detail: (typeof analysed)[number]['detail']): boolean {
  const { analysis, scores } = detail;
  if (output === 'human') return analysis.humanRequest.value;
  if (output === 'callback') return analysis.humanRequest.callback;
  if (output === 'frustration-1') return analysis.affect.frustration > 0;
  if (output === 'frustration-2') return analysis.affect.frustration === 2;
  if (output === 'urgency-1') return analysis.affect.urgency > 0;
  if (output === 'urgency-2') return analysis.affect.urgency === 2;
  if (output === 'confusion-1') return analysis.affect.confusion > 0;
  if (output === 'vulnerability') return analysis.topics.some((topic) => topic.topic === 'vulnerability');
  return (scores?.[output] ?? 0) >= 0.5;
}

for (const output of reported) {
  const at = OUTPUTS.indexOf(output);
  let [truePositives, falsePositives, misses] = [0, 0, 0];
  for (const { one, detail } of analysed) {
    const target = one.targets[at]!;
    if (target < 0) continue;
    const found = predicted(output, detail);
    if (found && target === 1) truePositives += 1;
    else if (found) falsePositives += 1;
    else if (target === 1) misses += 1;
    if (showErrors && found !== (target === 1))
      console.log(`  ${found ? 'false' : 'miss '} ${output} | ${one.lang} | ${one.text}`);
  }
  const precision = truePositives / Math.max(1, truePositives + falsePositives);
  const recall = truePositives / Math.max(1, truePositives + misses);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  console.log(
    `${output.padEnd(26)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}  (${truePositives + misses})`,
  );
}
const languageRight = analysed.filter(({ one, detail }) => detail.analysis.language.code === one.lang).length;
console.log(
  `language of the dev lines    ${((100 * languageRight) / dev.length).toFixed(1)} %  (${dev.length})`,
);
measurePii(models, showErrors);

const at = process.argv.indexOf('--langid');
if (at >= 0) languageFigures(process.argv[at + 1] ?? '');

function languageFigures(folder: string): void {
  for (const name of ['sentences.txt', 'single-words.txt']) {
    let [right, total, claimedRight, claimedTotal] = [0, 0, 0, 0];
    const worst: string[] = [];
    for (const lang of readdirSync(folder)) {
      const file = `${folder}/${lang}/${name}`;
      if (!existsSync(file)) continue;
      let words = readFileSync(file, 'utf8').split('\n').filter(Boolean);
      if (name === 'single-words.txt')
        words = words.flatMap((word, index) =>
          index % 2 === 0 && words[index + 1] ? [`${word} ${words[index + 1]!}`] : [],
        );
      const good = words.filter((text) => detectLanguage(models.language, text).code === lang).length;
      right += good;
      total += words.length;
      worst.push(`${lang} ${((100 * good) / words.length).toFixed(1)}`);
      if (['en', 'es', 'fr', 'de', 'it', 'pt'].includes(lang)) {
        claimedRight += good;
        claimedTotal += words.length;
      }
    }
    console.log(
      `${name} (words as pairs): all ${((100 * right) / total).toFixed(1)} %, claimed ${((100 * claimedRight) / claimedTotal).toFixed(1)} % | ${worst.join(' ')}`,
    );
  }
}
