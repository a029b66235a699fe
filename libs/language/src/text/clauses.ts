import type { FeatureExtractor } from '../features/extract.js';
import type { Token } from './tokens.js';

const joints = new Set(
  (
    'and also but then plus because so y ademas pero tambien porque e et mais aussi puis und aber ausserdem denn ed ma ' +
    'anche poi perche mas tambem porem entao'
  ).split(' '),
);
const MIN_CLAUSE = 3;

/** Token ranges of the clauses of a text: cut at sentence ends and before joining words; none where there is but one. */
export function clauses(tokens: readonly Token[], extractor: FeatureExtractor): [number, number][] {
  const words = extractor.words(tokens);
  const ranges: [number, number][] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const isJoint = at - from >= MIN_CLAUSE && joints.has(words[at]!.folded);
    if (isJoint) {
      ranges.push([from, at]);
      from = at + 1;
    } else if (tokens[at]!.endsSentence && at + 1 - from >= MIN_CLAUSE) {
      ranges.push([from, at + 1]);
      from = at + 1;
    }
  }
  if (from === 0) return [];
  if (tokens.length - from >= 2) ranges.push([from, tokens.length]);
  return ranges.slice(0, 12);
}
