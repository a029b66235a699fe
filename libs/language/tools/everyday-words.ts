import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GIVEN_NAMES } from '../src/pii/given-names.js';
import { AMBIGUOUS_NAMES } from '../src/pii/lexicon/ambiguous-names.js';
import { CLAIMED_LANGUAGES } from '../src/types.js';
import { fold } from '../src/text/fold.js';

// The words of all corpora in the claimed languages, given names left out: what a caller says that is nobody's name.
const corpora = fileURLToPath(new URL('../corpora/', import.meta.url));
const words = new Set<string>();
for (const file of readdirSync(corpora, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!/\.(?:txt|lexicon)$/.test(file)) continue;
  const code = /languages.(\w\w)\.txt$/.exec(file)?.[1];
  if (code !== undefined && !(CLAIMED_LANGUAGES as readonly string[]).includes(code)) continue;
  for (const line of readFileSync(join(corpora, file), 'utf8').split('\n')) {
    if (line.startsWith('#') || line.startsWith('==') || line.startsWith('[')) continue;
    const spoken = line.replace(/^(?:let \w+ )?\w\w:/, '').replace(/\{\w+\}/g, ' ');
    for (const word of fold(spoken).match(/[a-z]{2,}/g) ?? []) words.add(word);
  }
}
const kept = [...words].filter((word) => !GIVEN_NAMES.has(word) || AMBIGUOUS_NAMES.has(word)).sort();
const lines: string[] = [];
let line = '';
for (const word of kept) {
  if (line.length + word.length > 106) {
    lines.push(line);
    line = '';
  }
  line += line === '' ? word : ` ${word}`;
}
lines.push(line);
writeFileSync(
  new URL('../src/pii/lexicon/everyday-words.ts', import.meta.url),
  `/** Words of the corpora that are no given names, folded; made by \`node tools/run.mjs everyday-words\`. */\nexport const EVERYDAY_WORDS: ReadonlySet<string> = new Set(\n  \`\n${lines.join('\n')}\n\`\n    .trim()\n    .split(/\\s+/),\n);\n`,
);
console.error(`${kept.length} words`);
