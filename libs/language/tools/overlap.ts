import { readdirSync, readFileSync } from 'node:fs';
import { tokenize } from '../src/text/tokens.js';
import { readCorpora } from './corpus.js';

// How many lines of dev/blind share a run of words with the training text: `overlap SET [--show]`. Marked text must stay apart from it.
const RUN = 6;
const [set = 'a'] = process.argv.slice(3).filter((argument) => /^[a-z]$/.test(argument));
const root = new URL('../', import.meta.url);

function runsOf(text: string): string[] {
  const words = tokenize(text).map((token) => token.raw.toLowerCase());
  return Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, at) =>
    words.slice(at, at + RUN).join(' '),
  );
}

const known = new Set<string>();
for (const folder of ['corpora/', 'corpora/background/'])
  for (const { text } of readCorpora(new URL(folder, root), 400, 1))
    for (const run of runsOf(text)) known.add(run);

for (const name of readdirSync(new URL('dev/blind/', root)).filter((file) =>
  file.endsWith(`-${set}.jsonl`),
)) {
  let [shared, total] = [0, 0];
  for (const line of readFileSync(new URL(`dev/blind/${name}`, root), 'utf8')
    .split('\n')
    .filter(Boolean)) {
    const marked = JSON.parse(line) as { text?: string; turns?: readonly { text: string }[] };
    for (const text of marked.text === undefined
      ? (marked.turns ?? []).map((turn) => turn.text)
      : [marked.text]) {
      total += 1;
      const run = runsOf(text).find((one) => known.has(one));
      if (run === undefined) continue;
      shared += 1;
      if (process.argv.includes('--show')) console.log(`  ${run} | ${text}`);
    }
  }
  console.log(`${name}: ${shared} of ${total} share ${RUN} words in a row with the training text`);
}
