import { Anchor, Collapse, Text } from '@mantine/core';
import { useId, useState } from 'react';
import type { TrailEntry } from '../api/model.js';
import { CopyButton } from '../shell/copy-button.js';
import { Icon } from '../shell/icon.js';
import { describeEvent, eventArea, eventName, type NameOf } from '../words/describe-event.js';
import { shortId, timeOfDay } from '../words/format.js';

interface TrailRowProps {
  readonly entry: TrailEntry;
  /** The event that brought it about, where it is in this trail. */
  readonly cause: TrailEntry | undefined;
  readonly marked: boolean;
  readonly nameOf: NameOf;
  readonly onJump: (eventId: string) => void;
}

/** One event in plain words; opened, its data, its cause and its proof. */
export function TrailRow({ entry, cause, marked, nameOf, onJump }: TrailRowProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <li
      className="trail-entry"
      id={`event-${entry.id}`}
      data-area={eventArea(entry.type)}
      data-marked={marked}
      data-testid="audit-entry"
      data-type={eventName(entry.type)}
    >
      <span className="trail-dot" aria-hidden="true" />
      <button
        type="button"
        className="trail-row"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span>
          <Text size="sm" component="span" display="block">
            {describeEvent(entry.type, entry.data, nameOf)}
          </Text>
          <span className="trail-meta">
            #{entry.index} · {eventName(entry.type)} · {entry.source.replace('/baton/', '')}
            {cause ? ` · because of #${cause.index} ${eventName(cause.type)}` : ''}
          </span>
        </span>
        <span className="trail-meta" style={{ textAlign: 'right' }}>
          <span className="tabular">{timeOfDay(entry.timeMs)}</span>
          <br />
          {entry.proven ? (
            <span className="proven" data-testid="audit-proven">
              <Icon name="check" size={13} /> proven
            </span>
          ) : (
            <span data-testid="audit-unproven">awaits checkpoint</span>
          )}
        </span>
      </button>
      <Collapse expanded={open} id={id} keepMounted={false}>
        <div className="trail-data">
          <Text size="xs" c="dimmed">
            Event <span className="mono">{entry.id}</span> <CopyButton value={entry.id} label="event id" />
            {entry.topic ? (
              <>
                {' '}
                on topic <span className="mono">{entry.topic}</span>
              </>
            ) : null}
          </Text>
          {cause ? (
            <Anchor component="button" type="button" size="xs" onClick={() => onJump(cause.id)}>
              Go to its cause, #{cause.index} {eventName(cause.type)}
            </Anchor>
          ) : entry.causationId ? (
            <Text size="xs" c="dimmed">
              Caused by <span className="mono">{entry.causationId}</span>, from outside this trail
            </Text>
          ) : null}
          <pre>
            {entry.data
              ? JSON.stringify(entry.data, undefined, 2)
              : 'Erased. Its commitment stays in the log.'}
          </pre>
          <Text size="xs" c="dimmed" mt={8}>
            Leaf hash{' '}
            <span className="mono" title={entry.leafHash}>
              {shortId(entry.leafHash, 24)}
            </span>
            , inclusion proof of {entry.inclusionProof.length} nodes
          </Text>
        </div>
      </Collapse>
    </li>
  );
}
