import type { PiiSpan, Topic, TopicScore, VulnerabilityKind } from '../types.js';
import { TOPICS, VULNERABILITY_KINDS } from '../types.js';
import type { SignalScores } from './signal-scores.js';

/** The compliance topics of an utterance, best first. Card data is a matter of what was found, not of how it sounds. */
export function topicsOf(scores: SignalScores, pii: readonly PiiSpan[]): TopicScore[] {
  const found: TopicScore[] = [];
  for (const topic of TOPICS) {
    const score = topic === 'payment-card-data' ? cardScore(pii) : scoreOf(topic, scores);
    if (score < 0.5) continue;
    const rounded = Math.round(score * 1e4) / 1e4;
    found.push(
      topic === 'vulnerability'
        ? { topic, score: rounded, kinds: kindsOf(scores) }
        : { topic, score: rounded },
    );
  }
  return found.sort((a, b) => b.score - a.score);
}

function scoreOf(topic: Exclude<Topic, 'payment-card-data'>, scores: SignalScores): number {
  if (topic !== 'vulnerability') return scores[topic];
  const strongest = Math.max(...VULNERABILITY_KINDS.map((kind) => scores[kind]));
  // A clear kind is enough; the general output alone is only where no kind is far off.
  return strongest >= 0.5
    ? Math.max(strongest, scores.vulnerability)
    : Math.min(scores.vulnerability, strongest + 0.15);
}

function kindsOf(scores: SignalScores): VulnerabilityKind[] {
  const kinds = VULNERABILITY_KINDS.filter((kind) => scores[kind] >= 0.5);
  if (kinds.length > 0) return kinds;
  return [[...VULNERABILITY_KINDS].sort((a, b) => scores[b] - scores[a])[0]!];
}

function cardScore(pii: readonly PiiSpan[]): number {
  return pii.some((span) => span.type === 'PAN' || span.type === 'CVV') ? 1 : 0;
}
