import type { HumanRequest } from '../types.js';
import type { SignalScores } from './signal-scores.js';

const spokenZero = new Set('0 zero oh cero null zerro'.split(' '));

/** Whether a whole turn is the key or word zero: the old way to reach a person, in every language. */
export function isKeyedZero(text: string): boolean {
  if (!mayBeginZero(text)) return false;
  const said = text
    .trim()
    .toLowerCase()
    .replace(/[.!,#* ]+$/u, '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '');
  if (said.length > 24) return false;
  const words = said.split(/[\s,.]+/u).filter((word) => word !== '');
  return (
    words.length > 0 && words.length <= 3 && words.every((word) => spokenZero.has(word)) && said !== 'oh'
  );
}

// Nearly every text is told from a zero by its first letter.
function mayBeginZero(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x2c || code === 0x2e || (code >= 0x09 && code <= 0x0d)) continue;
    return code > 0x7f || '0zocnZOCN'.includes(text[at]!);
  }
  return false;
}

/** The human request of an utterance from its scores, and the rule for zero. */
export function humanRequestOf(text: string, scores: SignalScores): HumanRequest {
  if (isKeyedZero(text)) return { value: true, score: 1, keyed: true, callback: false };
  const callback = scores.callback >= 0.5 && scores.human >= 0.3;
  const score = callback ? Math.max(scores.human, scores.callback) : scores.human;
  return { value: score >= 0.5, score: round(score), keyed: false, callback };
}

function round(score: number): number {
  return Math.round(score * 1e4) / 1e4;
}
