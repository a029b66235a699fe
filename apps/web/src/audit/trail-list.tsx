import { Group, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import type { TrailEntry } from '../api/model.js';
import { isMainStep, type NameOf } from '../words/describe-event.js';
import { TrailRow } from './trail-row.js';

interface TrailListProps {
  readonly entries: readonly TrailEntry[];
  readonly nameOf: NameOf;
}

/** What happened, in the order of the log. */
export function TrailList({ entries, nameOf }: TrailListProps) {
  const [shown, setShown] = useState('all');
  const [marked, setMarked] = useState('');
  const visible = shown === 'all' ? entries : entries.filter(({ type }) => isMainStep(type));
  const jump = (eventId: string) => {
    setShown('all');
    setMarked(eventId);
    // After the filter has let the entry in again.
    requestAnimationFrame(() =>
      document.getElementById(`event-${eventId}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' }),
    );
  };
  return (
    <>
      <Group justify="space-between" mb="sm">
        <h2 className="label">What happened ({entries.length})</h2>
        <SegmentedControl
          size="xs"
          aria-label="Which events"
          data={[
            { value: 'main', label: 'Main steps' },
            { value: 'all', label: 'Everything' },
          ]}
          value={shown}
          onChange={setShown}
        />
      </Group>
      {visible.length === 0 ? (
        <Text size="sm" c="dimmed">
          The first entries are on their way.
        </Text>
      ) : null}
      <ol className="trail" data-testid="audit-trail">
        {visible.map((entry) => (
          <TrailRow
            key={entry.id}
            entry={entry}
            cause={entries.find(({ id }) => id === entry.causationId)}
            marked={entry.id === marked}
            nameOf={nameOf}
            onJump={jump}
          />
        ))}
      </ol>
    </>
  );
}
