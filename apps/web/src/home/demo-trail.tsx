import { useEffect, useRef } from 'react';
import type { LiveEvent } from '../api/model.js';
import { describeEvent, type NameOf } from '../words/describe-event.js';
import { timeOfDay } from '../words/format.js';

/** The record as it grows. */
export function DemoTrail({
  events,
  nameOf,
}: {
  readonly events: readonly LiveEvent[];
  readonly nameOf: NameOf;
}) {
  const box = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [events.length]);
  return (
    <ol
      ref={box}
      className="scroll"
      style={{ flex: 1, minHeight: 0, margin: 0, padding: 0, listStyle: 'none' }}
      tabIndex={0}
      aria-label="Events"
    >
      {events.map(({ id, type, timeMs, data }) => (
        <li key={id} className="demo-line" data-testid="demo-event">
          <time className="tabular">{timeOfDay(timeMs)}</time>
          <span>{describeEvent(type, data, nameOf)}</span>
        </li>
      ))}
    </ol>
  );
}
