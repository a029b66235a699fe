import { readFileSync } from 'node:fs';
import { analyzeUtterance } from '../src/analyze-utterance.js';
import { loadModels } from '../src/models/load-models.js';
import { parseMarked } from '../src/testing/marked.js';

// Personal data found in dev/pii: `measure-voices [voices|unseen] [--errors]`. Exact spans by language and by type, and clean utterances
// with a false alarm. Of `unseen` no error is ever shown.
const name = process.argv[3] === 'unseen' ? 'unseen' : 'voices';
const showErrors = process.argv.includes('--errors') && name !== 'unseen';
const CARD = new Set(['PAN', 'CVV']);

class Share {
  hit = 0;
  total = 0;
  see(isHit: boolean): void {
    this.hit += isHit ? 1 : 0;
    this.total += 1;
  }
  toString(): string {
    return `${(this.hit / Math.max(1, this.total)).toFixed(3)} (${this.hit}/${this.total})`;
  }
}

const shares = new Map<string, Share>();
function see(key: string, isHit: boolean): void {
  const share = shares.get(key) ?? new Share();
  shares.set(key, share);
  share.see(isHit);
}

const models = loadModels();
for (const line of readFileSync(new URL(`../dev/pii/${name}.marked`, import.meta.url), 'utf8').split('\n')) {
  if (line.startsWith('#') || !line.includes(' | ')) continue;
  const [lang, marked] = [line.slice(0, 2), line.slice(line.indexOf(' | ') + 3)];
  const { text, spans } = parseMarked(marked);
  const found = analyzeUtterance(text, { models, lang }).pii;
  const say = (what: string): void => {
    if (!showErrors) return;
    const shown = found.map(({ type, start, end }) => `${type}"${[...text].slice(start, end).join('')}"`);
    console.log(`${what} | ${lang} | ${marked} | ${shown.join(' ')}`);
  };
  for (const span of spans) {
    const same = found.filter(
      ({ type, start, end }) => type === span.type && start < span.end && end > span.start,
    );
    const isExact = same.some(({ start, end }) => start === span.start && end === span.end);
    see(`type ${span.type}`, isExact);
    see(CARD.has(span.type) ? `language ${lang} card` : `language ${lang} other types`, isExact);
    if (CARD.has(span.type)) {
      // What matters most: that no character of a card or its code is left over.
      const isCovered = found.some(({ start, end }) => start <= span.start && end >= span.end);
      see('card and code, nothing left over', isCovered);
    }
    if (!isExact) say(same.length > 0 ? 'loose' : 'miss ');
  }
  const isFalse = found.some(
    ({ type, start, end }) =>
      !spans.some((span) => span.type === type && start < span.end && end > span.start),
  );
  if (spans.length === 0) see('clean utterances left alone', found.length === 0);
  if (isFalse) say('false');
}
for (const [key, share] of [...shares].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`${key.padEnd(36)} ${share.toString()}`);
