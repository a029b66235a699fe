import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Speaker, Turn } from '../api/model.js';
import type { NameOf } from '../words/describe-event.js';
import { timeOfDay } from '../words/format.js';
import './conversation.css';

interface TranscriptProps {
  readonly turns: readonly Turn[];
  /** Whose bubbles stand on the right. */
  readonly mine: Speaker;
  readonly nameOf: NameOf;
  /** Typed, not recorded yet. */
  readonly pending?: readonly { readonly id: string; readonly text: string }[];
  readonly customerName?: string;
  /** Reads new turns aloud to screen readers. */
  readonly live?: boolean;
  readonly height?: number | string;
  readonly empty?: ReactNode;
}

/** A conversation as bubbles; follows the newest unless the reader has scrolled up. */
export function Transcript(props: TranscriptProps) {
  const { turns, mine, nameOf, pending = [], customerName = 'Caller', live = true, height, empty } = props;
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    const element = box.current;
    if (element && follows.current) element.scrollTop = element.scrollHeight;
  }, [turns, pending.length]);

  const names = (turn: Turn): string =>
    ({
      customer: customerName,
      bot: 'AI assistant',
      agent: nameOf(turn.agentId) || 'Agent',
      announcement: 'Announcement',
    })[turn.speaker];

  return (
    <div
      ref={box}
      className="scroll"
      style={{ height, flex: height === undefined ? 1 : undefined, minHeight: 0 }}
      tabIndex={0}
      role="region"
      aria-label="Conversation"
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < 60;
      }}
    >
      {turns.length === 0 && pending.length === 0 ? empty : null}
      <ol
        className="transcript"
        aria-live={live ? 'polite' : 'off'}
        aria-relevant="additions"
        data-testid="transcript"
      >
        {turns.map((turn) => (
          <li
            key={turn.index}
            className={`turn turn-${turn.speaker} ${turn.speaker === mine ? 'turn-mine' : ''}`}
            title={timeOfDay(turn.at)}
          >
            {turn.speaker === 'announcement' ? (
              <VisuallyHidden>Announcement</VisuallyHidden>
            ) : (
              <span className="turn-name">{names(turn)}</span>
            )}
            <div className={`bubble bubble-${turn.speaker}`} data-testid={`bubble-${turn.speaker}`}>
              {turn.text || <em>(silence)</em>}
            </div>
          </li>
        ))}
        {pending.map(({ id, text }) => (
          <li key={id} className="turn turn-mine turn-pending">
            <div className="bubble bubble-customer" data-testid="bubble-pending">
              {text || <em>(silence)</em>}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
