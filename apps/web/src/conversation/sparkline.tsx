import type { SentimentPoint } from '../api/model.js';
import './conversation.css';

const width = 360;
const height = 56;
const margin = 7;

/** How the caller felt, turn by turn: above the dashed line well, below it badly. */
export function Sparkline({ points }: { readonly points: readonly SentimentPoint[] }) {
  const step = points.length > 1 ? (width - 2 * margin) / (points.length - 1) : 0;
  const placed = points.map((point, at) => ({
    ...point,
    x: points.length > 1 ? margin + at * step : width / 2,
    y: margin + ((1 - point.polarity) / 2) * (height - 2 * margin),
  }));
  const last = points.at(-1);
  const words = last ? mood(last.polarity) : 'unknown';
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      style={{ maxWidth: width, display: 'block' }}
      role="img"
      aria-label={`Sentiment over ${points.length} turns, now ${words}`}
    >
      <line className="spark-zero" x1={0} x2={width} y1={height / 2} y2={height / 2} />
      <polyline className="spark-line" points={placed.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {placed.map(({ x, y, turnIndex, polarity, frustration }) => (
        <circle
          key={turnIndex}
          className="spark-point"
          data-mood={polarity < -0.25 ? 'bad' : polarity > 0.25 ? 'good' : 'neutral'}
          cx={x}
          cy={y}
          r={4}
        >
          <title>{`Turn ${turnIndex}: ${mood(polarity)}${frustration > 0 ? ', frustrated' : ''}`}</title>
        </circle>
      ))}
    </svg>
  );
}

/** A polarity of −1..1 in a word. */
export function mood(polarity: number): string {
  if (polarity < -0.6) return 'very negative';
  if (polarity < -0.25) return 'negative';
  return polarity > 0.25 ? 'positive' : 'neutral';
}
