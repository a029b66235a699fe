import { readFileSync } from 'node:fs';
import { analyzeUtterance } from '../src/analyze-utterance.js';
import type { Models } from '../src/models/models.js';
import { parseMarked } from '../src/testing/marked.js';

/** Spans of the PII development set that are found exactly, found loosely (same type, overlapping), missed, and false alarms. */
export function measurePii(models: Models, showErrors: boolean): void {
  const byType = new Map<string, { exact: number; loose: number; total: number }>();
  let [falseAlarms, clean, cleanWithAlarm] = [0, 0, 0];
  for (const line of readFileSync(new URL('../dev/pii/pii.marked', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('#') || !line.includes(' | ')) continue;
    const marked = line.slice(line.indexOf(' | ') + 3);
    const { text, spans } = parseMarked(marked);
    const found = analyzeUtterance(text, { models }).pii;
    for (const span of spans) {
      const score = byType.get(span.type) ?? { exact: 0, loose: 0, total: 0 };
      byType.set(span.type, score);
      score.total += 1;
      const same = found.filter(
        (one) => one.type === span.type && one.start < span.end && one.end > span.start,
      );
      const exact = same.some((one) => one.start === span.start && one.end === span.end);
      if (exact) score.exact += 1;
      if (same.length > 0) score.loose += 1;
      if (showErrors && !exact)
        console.log(
          `  ${same.length > 0 ? 'loose' : 'miss '} ${span.type} | ${marked} | ${JSON.stringify(found)}`,
        );
    }
    const wrong = found.filter(
      (one) => !spans.some((span) => span.type === one.type && one.start < span.end && one.end > span.start),
    );
    falseAlarms += wrong.length;
    if (showErrors && wrong.length > 0) console.log(`  false ${JSON.stringify(wrong)} | ${text}`);
    if (spans.length === 0) {
      clean += 1;
      if (found.length > 0) cleanWithAlarm += 1;
    }
  }
  for (const [type, { exact, loose, total }] of byType)
    console.log(`pii ${type.padEnd(22)} exact ${exact}/${total}, overlapping ${loose}/${total}`);
  console.log(`pii false alarms ${falseAlarms}; clean utterances with one ${cleanWithAlarm}/${clean}`);
}
